using System.Security.Claims;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Assessments;

/// <summary>Files to take over, to look through and to give an opinion on, late ones first.</summary>
internal sealed class AssessmentTodo(LabellingDbContext db, TimeProvider clock) : ITodoSource
{
    private const string Root = "/gestion/labellisation/demandes";
    private const int Most = 10;

    /// <summary>Days for which a filed file may wait before it counts as late.</summary>
    public const int WaitDays = 7;

    /// <summary>Days before it is due from which an opinion is on the list.</summary>
    private const int AheadDays = 30;

    public async Task<IReadOnlyList<TodoItem>> ForAsync(ClaimsPrincipal person, CancellationToken cancellationToken) =>
        person.IsEcoNum
            ?
            [
                .. await UnassignedAsync(cancellationToken),
                .. await OwnAsync([.. person.AnswerableIds], cancellationToken),
            ]
            : [];

    private async Task<IReadOnlyList<TodoItem>> UnassignedAsync(CancellationToken cancellationToken)
    {
        var waiting = db.Applications.Where(a => a.Status == ApplicationStatus.Submitted);
        var count = await waiting.CountAsync(cancellationToken);
        if (count == 0)
        {
            return [];
        }

        var oldest = (await waiting.MinAsync(a => a.SubmittedAt, cancellationToken))!.Value;
        var isLate = oldest < clock.UtcNow.AddDays(-WaitDays);
        return
        [
            new(
                $"Répartir {FrenchText.Count(count, "dossier déposé", "dossiers déposés")}",
                $"{Root}/a-repartir",
                "Personne ne les suit encore.",
                isLate ? "late" : "todo",
                $"Depuis le {FrenchText.Date(NoumeaTime.DayOf(oldest))}",
                isLate ? 0 : 1
            ),
        ];
    }

    private async Task<IReadOnlyList<TodoItem>> OwnAsync(Guid[] ids, CancellationToken cancellationToken)
    {
        var soon = clock.Today.AddDays(AheadDays);
        var files = await db
            .Applications.AsNoTracking()
            .Where(a => a.AssessorId != null && ids.Contains(a.AssessorId.Value))
            .Where(a =>
                a.Status == ApplicationStatus.Admissibility
                || (a.Status == ApplicationStatus.UnderAssessment && a.OpinionDueOn <= soon)
            )
            .Join(db.Epns, a => a.EpnId, e => e.Id, (a, e) => new { File = a, e.Name })
            .OrderBy(x => x.File.OpinionDueOn)
            .ThenBy(x => x.File.SubmittedAt)
            .Take(Most)
            .ToListAsync(cancellationToken);
        return [.. files.Select(x => ToItem(x.File, x.Name))];
    }

    private TodoItem ToItem(LabelApplication file, string epnName)
    {
        var url = $"{Root}/{file.Id}";
        var detail = $"Dossier {file.Number}";
        if (file.Status is ApplicationStatus.Admissibility)
        {
            return new($"Vérifier le dossier de {epnName}", url, detail, "review", "Recevabilité", 2);
        }

        var due = file.OpinionDueOn!.Value;
        var isLate = due < clock.Today;
        return new(
            $"Rendre l’avis sur {epnName}",
            $"{url}/notation",
            detail,
            isLate ? "late" : "todo",
            isLate ? $"Attendu le {FrenchText.Date(due)}" : $"Avant le {FrenchText.Date(due)}",
            isLate ? 0 : 2
        );
    }
}
