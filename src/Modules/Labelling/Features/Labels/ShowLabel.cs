using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Labels;

internal static class ShowLabel
{
    public sealed record Query(string Number) : IRequest<View?>;

    public sealed record View(
        Label Label,
        Epn Epn,
        IReadOnlyList<Reminder> Reminders,
        IReadOnlyList<LabelEvent> History,
        Guid? OpenProposalId,
        string? ReasonAgainst,
        int Conditions,
        int OpenConditions,
        FormalNotice? Notice,
        TemporaryClosure? Closure,
        ProcedureRules Rules,
        Suspension? Suspension
    );

    public sealed class Handler(LabellingDbContext db, Impartiality impartiality, TimeProvider clock)
        : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            var label = await db
                .Labels.AsNoTracking()
                .SingleOrDefaultAsync(l => l.Number == query.Number, cancellationToken);
            if (label is null)
            {
                return null;
            }

            var today = clock.Today;
            return new View(
                label,
                await db.Epns.AsNoTracking().SingleAsync(e => e.Id == label.EpnId, cancellationToken),
                await db
                    .Reminders.AsNoTracking()
                    .Where(r => r.LabelId == label.Id)
                    .OrderByDescending(r => r.DueOn)
                    .ThenBy(r => r.RecipientRole)
                    .ToListAsync(cancellationToken),
                await db
                    .LabelEvents.AsNoTracking()
                    .Where(e => e.LabelId == label.Id)
                    .OrderByDescending(e => e.At)
                    .ThenByDescending(e => e.Id)
                    .ToListAsync(cancellationToken),
                await db
                    .Proposals.Where(p => p.EpnId == label.EpnId && p.DecidedAt == null)
                    .Select(p => (Guid?)p.Id)
                    .SingleOrDefaultAsync(cancellationToken),
                await impartiality.ReasonAgainstAsync(label.EpnId, cancellationToken),
                await db.Conditions.CountAsync(c => c.LabelId == label.Id, cancellationToken),
                await db.Conditions.CountAsync(c => c.LabelId == label.Id && c.LiftedAt == null, cancellationToken),
                await db
                    .FormalNotices.AsNoTracking()
                    .SingleOrDefaultAsync(n => n.LabelId == label.Id && n.ClosedAt == null, cancellationToken),
                await db
                    .TemporaryClosures.AsNoTracking()
                    .Where(c => c.EpnId == label.EpnId && c.LastOn >= today)
                    .OrderBy(c => c.FirstOn)
                    .FirstOrDefaultAsync(cancellationToken),
                await db.ProcedureRules.AsNoTracking().InForceAsync(cancellationToken),
                await db.Suspended(db.Labels.Where(l => l.Id == label.Id)).SingleOrDefaultAsync(cancellationToken)
            );
        }
    }

    [Authorize(Policies.Read)]
    public sealed class Page(TimeProvider clock) : SlicePage
    {
        public View Shown { get; private set; } = null!;

        public DateOnly Today => clock.Today;

        public async Task<IActionResult> OnGetAsync(string numero)
        {
            if (await SendAsync(new Query(numero)) is not { } view)
            {
                return NotFound();
            }

            Shown = view;
            return Page();
        }
    }
}
