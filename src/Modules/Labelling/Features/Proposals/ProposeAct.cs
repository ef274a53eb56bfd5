using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Labels;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Proposals;

/// <summary>Proposes to suspend, reinstate or withdraw a label; nothing changes before another person decides.</summary>
[AuditedAs("Acte sur un label proposé")]
internal static class ProposeAct
{
    /// <summary>Answers with the id of the proposal.</summary>
    public sealed record Command : IRequest<Guid>
    {
        public string Number { get; init; } = "";
        public string ActPath { get; init; } = "";
        public string Reason { get; init; } = "";

        /// <summary>Set from <see cref="Number"/>.</summary>
        public Guid? EpnId { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(LabellingDbContext db, Impartiality impartiality)
        {
            RuleFor(c => c.Reason).MustBeAReason();
            RuleFor(c => c.EpnId)
                .Cascade(CascadeMode.Stop)
                .MustBeInStateFor(
                    db,
                    c => c.Number,
                    c => LabelAct.Find(c.ActPath) is { } act ? (act.InSentence, act.From) : ("agir sur le label", [])
                )
                .MustBeFreeToPropose(db, impartiality);
        }
    }

    public sealed class Handler(LabellingDbContext db, ICurrentUser user, TimeProvider clock)
        : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = clock.UtcNow;
            var labelId = await db
                .Labels.Where(l => l.Number == command.Number)
                .Select(l => l.Id)
                .SingleAsync(cancellationToken);
            var reason = command.Reason.Trim();
            var proposal = Proposal.By(user, now, command.EpnId!.Value, labelId, command.ActPath, reason);
            db.Proposals.Add(proposal);
            db.LabelEvents.Add(
                new LabelEvent
                {
                    LabelId = labelId,
                    At = now,
                    What = LabelAct.Find(command.ActPath)!.Proposed,
                    Reason = reason,
                    By = user.Name,
                    ById = user.Id,
                }
            );
            await db.SaveProposalAsync(nameof(Command.EpnId), cancellationToken);
            return proposal.Id;
        }
    }

    [Authorize(Policies.Assess)]
    public sealed class Page(LabellingDbContext db) : SlicePage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public LabelAct Shown { get; private set; } = null!;

        public string EpnName { get; private set; } = "";

        public async Task<IActionResult> OnGetAsync(string numero, string acte) =>
            await LoadAsync(numero, acte) ? Page() : NotFound();

        public async Task<IActionResult> OnPostAsync(string numero, string acte) =>
            await LoadAsync(numero, acte)
                ? await SendThenRedirectAsync(
                    Form,
                    id => $"/gestion/labellisation/propositions/{id}",
                    "La proposition est enregistrée. Une autre personne décide."
                )
                : NotFound();

        private async Task<bool> LoadAsync(string number, string actPath)
        {
            var found = await db
                .Labels.Where(l => l.Number == number)
                .Join(db.Epns, l => l.EpnId, e => e.Id, (l, e) => new { e.Id, e.Name })
                .SingleOrDefaultAsync(HttpContext.RequestAborted);
            if (found is null || LabelAct.Find(actPath) is not { From.Length: > 0 } act)
            {
                return false;
            }

            Shown = act;
            EpnName = found.Name;
            Form = Form with { Number = number, ActPath = actPath, EpnId = found.Id };
            return true;
        }
    }
}
