using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Steering;

/// <summary>Where files stand and for how long, what is late, and how long decisions have taken.</summary>
internal static class ShowSteering
{
    private const int Months = 12;

    public sealed record Query : IRequest<View>;

    /// <param name="Late">The latest first.</param>
    /// <param name="Filed">By month, the oldest first.</param>
    public sealed record View(
        IReadOnlyList<Stage> Stages,
        IReadOnlyList<OpenFile> Late,
        YearOfDecisions Year,
        IReadOnlyList<(DateOnly Month, int Files)> Filed
    );

    public sealed class Handler(LabellingDbContext db, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var today = clock.Today;
            var open = await OpenAsync(cancellationToken);
            return new View(
                Stage.Of(open, today),
                [
                    .. open.Where(f => f.DaysLate(today) > 0)
                        .OrderByDescending(f => f.DaysLate(today))
                        .ThenBy(f => f.Number),
                ],
                await YearAsync(today, cancellationToken),
                await FiledAsync(today, cancellationToken)
            );
        }

        private Task<List<OpenFile>> OpenAsync(CancellationToken cancellationToken)
        {
            string[] moves = [.. ApplicationMove.All.Select(m => m.Path)];
            return db
                .Applications.Where(a => a.Number != null && a.Status < ApplicationStatus.Granted)
                .Join(db.Epns, a => a.EpnId, e => e.Id, (a, e) => new { File = a, e.Name })
                .Select(x => new OpenFile(
                    x.File.Id,
                    x.File.Number!,
                    x.Name,
                    x.File.Status,
                    x.File.AssessorName,
                    x.File.SubmittedAt!.Value,
                    db.ApplicationEvents.Where(v => v.ApplicationId == x.File.Id && moves.Contains(v.Move))
                        .Max(v => (DateTime?)v.At),
                    x.File.CompletionDueOn,
                    x.File.OpinionDueOn
                ))
                .ToListAsync(cancellationToken);
        }

        private async Task<YearOfDecisions> YearAsync(DateOnly today, CancellationToken cancellationToken)
        {
            var from = NoumeaTime.ToUtc(today.AddMonths(-Months), TimeOnly.MinValue);
            var rules = await db.ProcedureRules.AsNoTracking().InForceAsync(cancellationToken);
            var decided = await db
                .Applications.Where(a => a.DecidedAt >= from && a.SubmittedAt != null)
                .Where(a =>
                    a.Status == ApplicationStatus.Granted
                    || a.Status == ApplicationStatus.GrantedWithConditions
                    || a.Status == ApplicationStatus.Refused
                )
                .Select(a => new DecidedFile(
                    a.Status,
                    a.SubmittedAt!.Value,
                    a.DecidedAt!.Value,
                    a.OpinionAt,
                    a.OpinionDueOn
                ))
                .ToListAsync(cancellationToken);
            return YearOfDecisions.Of(decided, rules.AssessmentWorkingDays);
        }

        private async Task<IReadOnlyList<(DateOnly Month, int Files)>> FiledAsync(
            DateOnly today,
            CancellationToken cancellationToken
        )
        {
            var first = new DateOnly(today.Year, today.Month, 1).AddMonths(1 - Months);
            var from = NoumeaTime.ToUtc(first, TimeOnly.MinValue);
            var filed = await db
                .Applications.Where(a => a.SubmittedAt >= from)
                .Select(a => a.SubmittedAt!.Value)
                .ToListAsync(cancellationToken);
            var byMonth = filed.Select(NoumeaTime.DayOf).ToLookup(d => new DateOnly(d.Year, d.Month, 1));
            return [.. Enumerable.Range(0, Months).Select(first.AddMonths).Select(m => (m, byMonth[m].Count()))];
        }
    }

    [Authorize(Policies.Read)]
    public sealed class Page(TimeProvider clock) : SlicePage
    {
        public View Shown { get; private set; } = null!;

        public DateOnly Today => clock.Today;

        public async Task OnGetAsync() => Shown = await SendAsync(new Query());
    }
}
