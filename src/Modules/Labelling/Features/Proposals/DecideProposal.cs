using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Labels;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Proposals;

/// <summary>Decides on what somebody else has proposed: it is done, or turned down with reasons.</summary>
[AuditedAs("Proposition décidée")]
internal static class DecideProposal
{
    /// <summary>Answers with where the outcome stands: the label, or the proposal that was turned down.</summary>
    public sealed record Command : IRequest<string>
    {
        public Guid Id { get; init; }
        public bool IsAccepted { get; init; }

        /// <summary>Required to turn down.</summary>
        public string? Reason { get; init; }
    }

    public sealed class Handler(LabellingDbContext db, ICurrentUser user, TimeProvider clock)
        : IRequestHandler<Command, string>
    {
        public async Task<string> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = clock.UtcNow;
            var proposal = await db.Proposals.SingleAsync(p => p.Id == command.Id, cancellationToken);
            var reason = string.IsNullOrWhiteSpace(command.Reason) ? null : command.Reason.Trim();
            proposal.Decide(user, now, command.IsAccepted, reason);
            if (proposal is { IsAccepted: true, LabelId: null })
            {
                await db.GrantAsync(proposal, clock.Today, cancellationToken);
            }
            else if (proposal.IsAccepted)
            {
                await db.CarryOutAsync(proposal, cancellationToken);
            }

            if (proposal.LabelId is { } labelId)
            {
                var act = LabelAct.Find(proposal.ActPath)!;
                db.LabelEvents.Add(
                    new LabelEvent
                    {
                        LabelId = labelId,
                        At = now,
                        What = proposal.IsAccepted ? act.Done : "Proposition écartée",
                        Reason = reason,
                        By = user.Name,
                        ById = user.Id,
                    }
                );
            }

            await db.SaveDecisionAsync(nameof(Command.Reason), cancellationToken);
            return $"/gestion/labellisation/propositions/{proposal.Id}";
        }
    }

    [Authorize(Policies.Read)]
    public sealed class Page(
        LabellingDbContext db,
        DecisionCheck check,
        IAuthorizationService authorization,
        TimeProvider clock
    ) : SlicePage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public Proposal Shown { get; private set; } = null!;

        public LabelAct Act => LabelAct.Find(Shown.ActPath)!;

        public Epn Epn { get; private set; } = null!;

        public string? LabelNumber { get; private set; }

        public bool MayDecide { get; private set; }

        /// <summary>Why this person, who could decide, must leave it to another.</summary>
        public string? ReasonAgainst { get; private set; }

        public DateOnly Today => clock.Today;

        public async Task<IActionResult> OnGetAsync(Guid id) => await LoadAsync(id) ? Page() : NotFound();

        public async Task<IActionResult> OnPostAsync(Guid id)
        {
            if (!await LoadAsync(id))
            {
                return NotFound();
            }

            Form = Form with { Id = id };
            return MayDecide
                ? await SendThenRedirectAsync(
                    Form,
                    url => url,
                    Form.IsAccepted ? $"{Act.Done}." : "La proposition est écartée."
                )
                : Forbid();
        }

        private async Task<bool> LoadAsync(Guid id)
        {
            var proposal = await db.Proposals.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id);
            if (proposal is null)
            {
                return false;
            }

            Shown = proposal;
            Epn = await db.Epns.AsNoTracking().SingleAsync(e => e.Id == proposal.EpnId);
            LabelNumber = await db
                .Labels.Where(l => l.Id == proposal.LabelId)
                .Select(l => l.Number)
                .SingleOrDefaultAsync();
            MayDecide = (await authorization.AuthorizeAsync(User, Policies.Decide)).Succeeded;
            ReasonAgainst = MayDecide ? await check.ReasonAgainstAsync(proposal, HttpContext.RequestAborted) : null;
            return true;
        }
    }
}
