using System.Security.Claims;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.FormalNotices;

/// <summary>An EPN has notices to answer; the people of ÉcoNum have answers to read and deadlines to draw a conclusion from.</summary>
internal sealed class FormalNoticesTodo(LabellingDbContext db, TimeProvider clock) : ITodoSource
{
    public async Task<IReadOnlyList<TodoItem>> ForAsync(ClaimsPrincipal person, CancellationToken cancellationToken)
    {
        var (isEcoNum, today) = (person.IsEcoNum, clock.Today);
        Guid[] epnIds = [.. person.EpnIds.Where(person.Manages)];
        var open = await db
            .FormalNotices.AsNoTracking()
            .Where(n => n.ClosedAt == null)
            .Where(n =>
                isEcoNum ? n.AnsweredAt != null || n.DueOn < today : n.AnsweredAt == null && epnIds.Contains(n.EpnId)
            )
            .Join(db.Epns, n => n.EpnId, e => e.Id, (n, e) => new { Notice = n, e.Name })
            .OrderBy(x => x.Notice.DueOn)
            .ToListAsync(cancellationToken);
        return [.. open.Select(x => isEcoNum ? ToRead(x.Notice, x.Name) : ToAnswer(x.Notice, x.Name))];
    }

    private static TodoItem ToRead(FormalNotice notice, string name) =>
        new(
            notice.AnsweredAt is null
                ? $"Conclure la mise en demeure de {name}"
                : $"Lire la réponse de {name} à la mise en demeure",
            $"/gestion/labellisation/mises-en-demeure/{notice.Id}",
            notice.AnsweredAt is { } at
                ? $"Reçue le {FrenchText.Instant(at)}."
                : "Sans réponse, et le délai est passé.",
            notice.AnsweredAt is null ? "late" : "review",
            $"Délai\u00A0: {FrenchText.Date(notice.DueOn)}",
            Urgency: 8
        );

    private static TodoItem ToAnswer(FormalNotice notice, string name) =>
        new(
            $"Répondre à la mise en demeure de {name}",
            $"/gestion/labellisation/mises-en-demeure/{notice.Id}",
            "Le label reste valable pendant ce temps.",
            "late",
            $"Avant le {FrenchText.Date(notice.DueOn)}",
            Urgency: 2
        );
}
