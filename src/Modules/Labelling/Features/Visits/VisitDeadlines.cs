using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Deadlines;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Visits;

/// <summary>When confirmed visits take place.</summary>
internal sealed class VisitDeadlines(LabellingDbContext db) : IDeadlineSource
{
    public DeadlineKind Kind => DeadlineKind.Visit;

    public string Settled => "La visite a eu lieu, ou n’est plus prévue.";

    public async Task<IReadOnlyList<Deadline>> OpenAsync(Guid? subjectId, CancellationToken cancellationToken)
    {
        var confirmed = FileNews.VisitConfirmed.Path;
        var visits = await db
            .Visits.AsNoTracking()
            .Where(v => v.Status == VisitStatus.Confirmed && v.StartsAt != null)
            .Where(v => subjectId == null || v.Id == subjectId)
            .Join(db.Applications, v => v.ApplicationId, a => a.Id, (v, a) => new { Visit = v, File = a })
            .Where(x => x.File.Status < ApplicationStatus.Granted)
            .Join(
                db.Epns,
                x => x.File.EpnId,
                e => e.Id,
                (x, e) =>
                    new
                    {
                        x.Visit,
                        x.File,
                        e.Name,
                    }
            )
            .Select(x => new
            {
                x.Visit,
                x.File,
                x.Name,
                ConfirmedAt = db
                    .ApplicationEvents.Where(e => e.ApplicationId == x.File.Id && e.Move == confirmed)
                    .Max(e => (DateTime?)e.At),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. visits.Select(x => new Deadline(
                Kind,
                x.Visit.Id,
                $"Visite de {x.Name}",
                $"à {FrenchText.Hour(x.Visit.StartsAt!.Value)}",
                $"/gestion/labellisation/demandes/{x.File.Id}/visite",
                NoumeaTime.DayOf(x.Visit.StartsAt.Value),
                x.ConfirmedAt is { } at ? NoumeaTime.DayOf(at) : DateOnly.MinValue
            )
            {
                EpnId = x.File.EpnId,
                Person = (x.File.AssessorName, x.File.AssessorEmail),
            }),
        ];
    }
}
