using CaseNumerique.Contracts.Labelling;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.CriteriaSets;

/// <summary>Puts a draft in force, once its effect on each labelled EPN has been read.</summary>
[AuditedAs("Référentiel publié")]
internal static class PublishCriteriaSet
{
    public sealed record Command : IRequest<int>
    {
        public int Number { get; init; }
        public int Version { get; init; }

        /// <summary>The mark of the simulation that the person has read.</summary>
        public string? Seen { get; init; }

        /// <summary>Last day on which a file begun under the version in force may be filed.</summary>
        public DateOnly? HoldsUntil { get; init; }

        public string? Reason { get; init; }
    }

    public sealed class Handler(LabellingDbContext db, ICurrentUser user, TimeProvider clock)
        : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var draft = await db.CriteriaSets.SingleAsync(s => s.Number == command.Number, cancellationToken);
            db.Entry(draft).Property(s => s.Version).OriginalValue = command.Version;
            var former = await db.CriteriaSets.SingleAsync(
                s => s.Status == CriteriaSetStatus.Published,
                cancellationToken
            );
            former.Archive(command.HoldsUntil!.Value);
            draft.PutInForce(user, clock.UtcNow, command.Reason!.Trim());
            db.Announce(
                new CriteriaSetPublished(
                    draft.Id,
                    draft.Number,
                    former.Number,
                    draft.PublishedAt!.Value,
                    command.HoldsUntil.Value
                ),
                draft.Id
            );
            await db.SaveDraftAsync(nameof(Command.Number), cancellationToken);
            return draft.Number;
        }
    }

    [Authorize(Policies.Decide)]
    public sealed class Page(SetSimulation simulation, TimeProvider clock) : CriteriaSetPage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public IReadOnlyList<SimulatedEpn> Epns { get; private set; } = [];

        /// <summary>To be posted: what the person reads now.</summary>
        public string Mark { get; private set; } = "";

        public async Task<IActionResult> OnGetAsync(int numero)
        {
            if (!await LoadAsync(numero))
            {
                return NotFound();
            }

            var rules = await Db.ProcedureRules.AsNoTracking().InForceAsync(HttpContext.RequestAborted);
            Form = new Command { HoldsUntil = clock.Today.AddDays(rules.TransitionDays) };
            return Page();
        }

        public async Task<IActionResult> OnPostAsync(int numero)
        {
            if (!await LoadAsync(numero))
            {
                return NotFound();
            }

            Form = Form with { Number = numero };
            return await SendThenRedirectAsync(
                Form,
                _ => SetUrl,
                "Cette version est en vigueur. Les espaces labellisés sont prévenus."
            );
        }

        private async Task<bool> LoadAsync(int number)
        {
            if (!await FindDraftAsync(number))
            {
                return false;
            }

            Epns = await simulation.RunAsync(Set, HttpContext.RequestAborted);
            Mark = SetSimulation.MarkOf(Set, Epns);
            return true;
        }
    }
}
