using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Replies;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Conditions;

/// <summary>Somebody of ÉcoNum looks at the proof: they propose to lift the condition, or ask for another proof.</summary>
[AuditedAs("Réserve examinée")]
internal static class ExamineCondition
{
    /// <summary>Answers with the id of the condition.</summary>
    public sealed record Command : IRequest<Guid>
    {
        public Guid Id { get; init; }
        public int Version { get; init; }
        public bool IsMet { get; init; }

        /// <summary>Required to ask for another proof; the EPN reads it.</summary>
        public string? Remark { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(LabellingDbContext db, Impartiality impartiality)
        {
            RuleFor(c => c.Remark).MustTellWhy(c => !c.IsMet);
            RuleFor(c => c.Id)
                .Cascade(CascadeMode.Stop)
                .MustAsync(
                    (id, ct) =>
                        db.Conditions.AnyAsync(c => c.Id == id && c.LiftedAt == null && c.ProposedAt == null, ct)
                )
                .WithMessage("Cette réserve est levée, ou sa levée est déjà proposée.")
                .MustConcernNobodyOfTheirs(db, impartiality);
        }
    }

    public sealed class Handler(LabellingDbContext db, ICurrentUser user, TimeProvider clock)
        : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command command, CancellationToken cancellationToken)
        {
            var condition = await db.Conditions.SingleAsync(c => c.Id == command.Id, cancellationToken);
            db.Entry(condition).Property(c => c.Version).OriginalValue = command.Version;
            if (command.IsMet)
            {
                condition.ProposeLifting(user, clock.UtcNow);
            }
            else
            {
                condition.TurnDown(command.Remark!.Trim());
                await db.NoteRemarkAsync(condition.Id, condition.Remark!, cancellationToken);
                db.Announce(condition.ToChanged(Condition.TurnedDown), condition.Id);
            }

            await db.SaveConditionAsync(nameof(Command.Remark), cancellationToken);
            return condition.Id;
        }
    }

    [Authorize(Policies.Assess)]
    public sealed class Page(LabellingDbContext db, Impartiality impartiality, TimeProvider clock) : ConditionPage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public string? ReasonAgainst { get; private set; }

        /// <summary>Whether its day has passed and nobody proposes to lift it.</summary>
        public bool IsOverdue => Condition.IsLate(clock.Today) && Condition.ProposedAt is null;

        /// <summary>The formal notice that is under way for the label.</summary>
        public Guid? NoticeId { get; private set; }

        public async Task<IActionResult> OnGetAsync(Guid id)
        {
            if (!await LoadAsync(id))
            {
                return NotFound();
            }

            Form = new Command { Version = Condition.Version };
            return Page();
        }

        public async Task<IActionResult> OnPostAsync(Guid id)
        {
            Form = Form with { Id = id };
            return await LoadAsync(id)
                ? await SendThenRedirectAsync(
                    Form,
                    _ => ListUrl,
                    Form.IsMet ? "La levée est proposée. Une autre personne décide." : "Une autre preuve est demandée."
                )
                : NotFound();
        }

        private async Task<bool> LoadAsync(Guid id)
        {
            if (!await FindAsync(id))
            {
                return false;
            }

            NoticeId = await db.OpenNoticeOfAsync(Condition.LabelId, HttpContext.RequestAborted);
            ReasonAgainst =
                Condition.LiftedAt is not null ? "Cette réserve est déjà levée."
                : Condition.ProposedAt is not null ? "La levée est déjà proposée : une autre personne décide."
                : await impartiality.ReasonAgainstAsync(Shown.EpnId, HttpContext.RequestAborted);
            return true;
        }
    }
}
