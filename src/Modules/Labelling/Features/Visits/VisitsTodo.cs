using System.Security.Claims;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Visits;

/// <summary>Whose turn it is about a visit: the side that was offered days chooses one, and who came back writes the report.</summary>
internal sealed class VisitsTodo(LabellingDbContext db, TimeProvider clock) : ITodoSource
{
    public async Task<IReadOnlyList<TodoItem>> ForAsync(ClaimsPrincipal person, CancellationToken cancellationToken)
    {
        var (isEcoNum, ids, now) = (person.IsEcoNum, person.AnswerableIds, clock.UtcNow);
        Guid[] epnIds = [.. person.EpnIds.Where(person.MayEdit)];
        var visits = await db
            .Visits.AsNoTracking()
            .Include(v => v.Slots)
            .Join(db.Applications, v => v.ApplicationId, a => a.Id, (v, a) => new { Visit = v, File = a })
            .Where(x => x.File.Status < ApplicationStatus.Granted)
            .Where(x =>
                isEcoNum
                    ? x.File.AssessorId != null
                        && ids.Contains(x.File.AssessorId.Value)
                        && (
                            x.Visit.Status == VisitStatus.Countered
                            || (x.Visit.Status == VisitStatus.Confirmed && x.Visit.StartsAt < now)
                        )
                    : x.Visit.Status == VisitStatus.Proposed && epnIds.Contains(x.File.EpnId)
            )
            .Join(
                db.Epns,
                x => x.File.EpnId,
                e => e.Id,
                (x, e) =>
                    new
                    {
                        x.Visit,
                        x.File.Number,
                        e.Name,
                    }
            )
            .ToListAsync(cancellationToken);
        return
        [
            .. visits
                .OrderBy(x => x.Visit.StartsAt ?? x.Visit.Slots.Min(s => s.StartsAt))
                .Select(x => ToItem(x.Visit, x.Number!, x.Name)),
        ];
    }

    private TodoItem ToItem(SiteVisit visit, string number, string epnName)
    {
        var url = $"/gestion/labellisation/demandes/{visit.ApplicationId}/visite";
        if (visit is { Status: VisitStatus.Confirmed, StartsAt: { } startsAt })
        {
            return new(
                $"Écrire le compte rendu de la visite de {epnName}",
                $"{url}/compte-rendu",
                $"Dossier {number}",
                "todo",
                $"Visite du {FrenchText.Date(NoumeaTime.DayOf(startsAt))}",
                Urgency: 6
            );
        }

        var first = NoumeaTime.DayOf(visit.Slots.Min(s => s.StartsAt));
        var isPast = first < clock.Today;
        return new(
            $"Choisir la date de visite de {epnName}",
            $"{url}/confirmation",
            $"Dossier {number}",
            isPast ? "late" : "todo",
            isPast ? $"Première date passée le {FrenchText.Date(first)}" : $"Avant le {FrenchText.Date(first)}",
            isPast ? 5 : 6
        );
    }
}
