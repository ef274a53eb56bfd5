using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Steering;

internal enum CalendarKind
{
    LabelEnd,
    Visit,

    /// <summary>A file under assessment whose place nobody has seen, nor agreed to see on a day.</summary>
    VisitWanted,
}

/// <summary>A reason to go to a place, and its day.</summary>
/// <param name="On">Null for a visit that is wanted.</param>
internal sealed record CalendarItem(
    CalendarKind Kind,
    DateOnly? On,
    Guid EpnId,
    string EpnName,
    string Commune,
    string Province,
    string Url
);

/// <summary>Reads what is to come, in the order of the days.</summary>
internal static class CalendarItems
{
    private const string Root = "/gestion/labellisation";

    public static async Task<IReadOnlyList<CalendarItem>> CalendarAsync(
        this LabellingDbContext db,
        string? province,
        DateOnly today,
        DateOnly last,
        CancellationToken cancellationToken
    )
    {
        var epns = db.Epns.Where(e => e.ClosedOn == null && (province == null || e.Province == province));
        return
        [
            .. (await EndsAsync(db, epns, today, last, cancellationToken))
                .Concat(await VisitsAsync(db, epns, today, last, cancellationToken))
                .Concat(await WantedAsync(db, epns, cancellationToken))
                .OrderBy(i => i.On ?? DateOnly.MaxValue)
                .ThenBy(i => i.EpnName, StringComparer.Create(FrenchText.Culture, ignoreCase: true)),
        ];
    }

    private static async Task<IEnumerable<CalendarItem>> EndsAsync(
        LabellingDbContext db,
        IQueryable<Epn> epns,
        DateOnly today,
        DateOnly last,
        CancellationToken cancellationToken
    )
    {
        var months = (await db.ProcedureRules.AsNoTracking().InForceAsync(cancellationToken)).ContinuityMonths;
        var held = await db
            .Labels.Held()
            .AsNoTracking()
            .Where(l => l.ExpiresOn <= last)
            .Join(epns, l => l.EpnId, e => e.Id, (l, e) => new { Label = l, Epn = e })
            .ToListAsync(cancellationToken);
        return held.Select(x => new CalendarItem(
                CalendarKind.LabelEnd,
                x.Label.HoldsUntil(months),
                x.Epn.Id,
                x.Epn.Name,
                x.Epn.Commune,
                x.Epn.Province,
                $"{Root}/labels/{x.Label.Number}"
            ))
            .Where(i => i.On >= today && i.On <= last);
    }

    private static async Task<IEnumerable<CalendarItem>> VisitsAsync(
        LabellingDbContext db,
        IQueryable<Epn> epns,
        DateOnly today,
        DateOnly last,
        CancellationToken cancellationToken
    )
    {
        var (from, until) = (
            NoumeaTime.ToUtc(today, TimeOnly.MinValue),
            NoumeaTime.ToUtc(last.AddDays(1), TimeOnly.MinValue)
        );
        var visits = await db
            .Visits.Where(v => v.Status == VisitStatus.Confirmed && v.StartsAt >= from && v.StartsAt < until)
            .Join(db.Applications, v => v.ApplicationId, a => a.Id, (v, a) => new { v.StartsAt, File = a })
            .Join(
                epns,
                x => x.File.EpnId,
                e => e.Id,
                (x, e) =>
                    new
                    {
                        x.StartsAt,
                        FileId = x.File.Id,
                        Epn = e,
                    }
            )
            .ToListAsync(cancellationToken);
        return visits.Select(x => new CalendarItem(
            CalendarKind.Visit,
            NoumeaTime.DayOf(x.StartsAt!.Value),
            x.Epn.Id,
            x.Epn.Name,
            x.Epn.Commune,
            x.Epn.Province,
            $"{Root}/demandes/{x.FileId}/visite"
        ));
    }

    private static async Task<IEnumerable<CalendarItem>> WantedAsync(
        LabellingDbContext db,
        IQueryable<Epn> epns,
        CancellationToken cancellationToken
    )
    {
        var files = await db
            .Applications.Where(a => a.Status == ApplicationStatus.UnderAssessment)
            .Where(a =>
                !db.Visits.Any(v =>
                    v.ApplicationId == a.Id && (v.Status == VisitStatus.Confirmed || v.Status == VisitStatus.Done)
                )
            )
            .Join(epns, a => a.EpnId, e => e.Id, (a, e) => new { a.Id, Epn = e })
            .ToListAsync(cancellationToken);
        return files.Select(x => new CalendarItem(
            CalendarKind.VisitWanted,
            null,
            x.Epn.Id,
            x.Epn.Name,
            x.Epn.Commune,
            x.Epn.Province,
            $"{Root}/demandes/{x.Id}/visite"
        ));
    }
}
