using System.Security.Claims;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Completions;

/// <summary>Files to complete, for their EPN; wishes for more time, for who follows the file.</summary>
internal sealed class CompletionTodo(LabellingDbContext db, TimeProvider clock) : ITodoSource
{
    private const int Most = 10;

    public async Task<IReadOnlyList<TodoItem>> ForAsync(ClaimsPrincipal person, CancellationToken cancellationToken)
    {
        var (ids, epnIds) = (person.AnswerableIds, person.EpnIds);
        var rows = await db
            .Completions.AsNoTracking()
            .Where(r => r.AnsweredAt == null)
            .Join(db.Applications, r => r.ApplicationId, a => a.Id, (r, a) => new { Request = r, File = a })
            .Where(x => x.File.Status == ApplicationStatus.ToComplete)
            .Where(x =>
                epnIds.Contains(x.File.EpnId)
                || (
                    x.File.AssessorId != null
                    && ids.Contains(x.File.AssessorId.Value)
                    && x.Request.TimeAskedAt != null
                    && x.Request.IsTimeGranted == null
                )
            )
            .Join(db.Epns, x => x.File.EpnId, e => e.Id, (x, e) => new { x.File, e.Name })
            .OrderBy(x => x.File.CompletionDueOn)
            .Take(Most)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(x => ToItem(x.File, x.Name, epnIds.Contains(x.File.EpnId)))];
    }

    private TodoItem ToItem(LabelApplication file, string epnName, bool isEpn)
    {
        var url = $"/gestion/labellisation/demandes/{file.Id}/complements";
        var due = file.CompletionDueOn ?? clock.Today;
        var isLate = due < clock.Today;
        return isEpn
            ? new(
                $"Compléter le dossier de {epnName}",
                url,
                $"Dossier {file.Number}",
                isLate ? "late" : "todo",
                $"Jusqu’au {FrenchText.Date(due)}",
                isLate ? 0 : 1
            )
            : new(
                $"Répondre à la demande de délai de {epnName}",
                $"{url}/prolongation",
                $"Dossier {file.Number}",
                "todo",
                $"Avant le {FrenchText.Date(due)}",
                1
            );
    }
}
