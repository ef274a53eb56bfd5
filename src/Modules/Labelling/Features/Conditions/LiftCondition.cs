using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Replies;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Conditions;

/// <summary>Lifts a condition that somebody else has proposed to lift, or asks the EPN for another proof.</summary>
[AuditedAs("Levée d’une réserve décidée")]
internal static class LiftCondition
{
    /// <summary>Answers with the id of the condition.</summary>
    public sealed record Command : IRequest<Guid>
    {
        public Guid Id { get; init; }
        public int Version { get; init; }
        public bool IsLifted { get; init; }

        /// <summary>Required not to lift; the EPN reads it.</summary>
        public string? Remark { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public const string OwnProposal =
            "Vous avez proposé cette levée, vous-même ou à la place d’une autre personne : une autre personne décide.";

        public Validator(LabellingDbContext db, ICurrentUser user, Impartiality impartiality)
        {
            RuleFor(c => c.Remark).MustTellWhy(c => !c.IsLifted);
            RuleFor(c => c.Id)
                .Cascade(CascadeMode.Stop)
                .MustAsync(
                    (id, ct) =>
                        db.Conditions.AnyAsync(c => c.Id == id && c.LiftedAt == null && c.ProposedAt != null, ct)
                )
                .WithMessage("La levée n’est pas proposée, ou elle est déjà décidée.")
                .MustAsync(
                    async (id, ct) =>
                        !(await db.Conditions.AsNoTracking().SingleAsync(c => c.Id == id, ct)).IsProposedBy(
                            user.AnswerableIds
                        )
                )
                .WithMessage(OwnProposal)
                .MustConcernNobodyOfTheirs(db, impartiality);
        }
    }

    public sealed class Handler(LabellingDbContext db, IFileStore store, ICurrentUser user, TimeProvider clock)
        : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = clock.UtcNow;
            var condition = await db.Conditions.SingleAsync(c => c.Id == command.Id, cancellationToken);
            db.Entry(condition).Property(c => c.Version).OriginalValue = command.Version;
            var code = (await db.Criteria.SingleAsync(k => k.Id == condition.CriterionId, cancellationToken)).Code;
            if (command.IsLifted)
            {
                condition.Lift(user, now);
                await db.DropOpenReplyAsync(store, condition.Id, cancellationToken);
            }
            else
            {
                condition.TurnDown(command.Remark!.Trim());
                await db.NoteRemarkAsync(condition.Id, condition.Remark!, cancellationToken);
            }

            db.LabelEvents.Add(
                new LabelEvent
                {
                    LabelId = condition.LabelId,
                    At = now,
                    What = command.IsLifted ? $"Réserve levée\u00A0: {code}" : $"Réserve maintenue\u00A0: {code}",
                    Reason = command.IsLifted ? null : condition.Remark,
                    By = user.Name,
                    ById = user.Id,
                }
            );
            db.Announce(condition.ToChanged(command.IsLifted ? Condition.Lifted : Condition.TurnedDown), condition.Id);
            await db.SaveConditionAsync(nameof(Command.Remark), cancellationToken);
            return condition.Id;
        }
    }

    [Authorize(Policies.Decide)]
    public sealed class Page(ICurrentUser user, Impartiality impartiality) : ConditionPage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public string? ReasonAgainst { get; private set; }

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
                    Form.IsLifted ? "La réserve est levée." : "Une autre preuve est demandée."
                )
                : NotFound();
        }

        private async Task<bool> LoadAsync(Guid id)
        {
            if (!await FindAsync(id))
            {
                return false;
            }

            ReasonAgainst =
                Condition.LiftedAt is not null ? "Cette réserve est déjà levée."
                : Condition.ProposedAt is null ? "Personne n’a proposé de lever cette réserve."
                : Condition.IsProposedBy(user.AnswerableIds) ? Validator.OwnProposal
                : await impartiality.ReasonAgainstAsync(Shown.EpnId, HttpContext.RequestAborted);
            return true;
        }
    }
}
