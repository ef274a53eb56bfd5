using System.Security.Claims;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Messages;

/// <summary>Messages that wait to be read, by the EPN or by who follows its file.</summary>
internal sealed class MessagesTodo(LabellingDbContext db) : ITodoSource
{
    private const int Most = 10;

    public async Task<IReadOnlyList<TodoItem>> ForAsync(ClaimsPrincipal person, CancellationToken cancellationToken)
    {
        var (ids, epnIds, isEcoNum) = (person.AnswerableIds, person.EpnIds, person.IsEcoNum);
        var rows = await db
            .Applications.Where(a =>
                isEcoNum ? a.AssessorId != null && ids.Contains(a.AssessorId.Value) : epnIds.Contains(a.EpnId)
            )
            .Select(a => new
            {
                a.Id,
                a.Number,
                a.EpnId,
                Unread = db.Messages.Count(m => m.ApplicationId == a.Id && m.IsFromEpn == isEcoNum && m.ReadAt == null),
            })
            .Where(x => x.Unread > 0)
            .Join(
                db.Epns,
                x => x.EpnId,
                e => e.Id,
                (x, e) =>
                    new
                    {
                        x.Id,
                        x.Number,
                        x.Unread,
                        e.Name,
                    }
            )
            .OrderBy(x => x.Number)
            .Take(Most)
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(x => new TodoItem(
                $"Lire {FrenchText.Count(x.Unread, "message")} sur {x.Name}",
                $"/gestion/labellisation/demandes/{x.Id}/messages",
                $"Dossier {x.Number}",
                "todo",
                "Non lu",
                2
            )),
        ];
    }
}
