using System.Security.Claims;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Closures;

/// <summary>The people of ÉcoNum know which labelled places are closed today, so that nobody is sent there.</summary>
internal sealed class ClosuresTodo(LabellingDbContext db, TimeProvider clock) : ITodoSource
{
    public async Task<IReadOnlyList<TodoItem>> ForAsync(ClaimsPrincipal person, CancellationToken cancellationToken)
    {
        if (!person.IsEcoNum)
        {
            return [];
        }

        var today = clock.Today;
        var closed = await db
            .TemporaryClosures.AsNoTracking()
            .Where(c => c.LastOn >= today && c.FirstOn <= today)
            .Join(db.Labels.Held(), c => c.EpnId, l => l.EpnId, (c, l) => new { Closure = c, l.Number })
            .Join(
                db.Epns,
                x => x.Closure.EpnId,
                e => e.Id,
                (x, e) =>
                    new
                    {
                        x.Closure,
                        x.Number,
                        e.Name,
                    }
            )
            .OrderBy(x => x.Closure.LastOn)
            .ToListAsync(cancellationToken);
        return
        [
            .. closed.Select(x => new TodoItem(
                FrenchText.Typeset($"Prendre des nouvelles de {x.Name}, fermé pour le moment"),
                $"/gestion/labellisation/labels/{x.Number}",
                $"{ClosureWords.Of(x.Closure.Kind)}, déclaré par {x.Closure.DeclaredBy}. Label {x.Number}, sans effet.",
                "draft",
                $"Jusqu’au {FrenchText.Date(x.Closure.LastOn)}",
                Urgency: 60
            )),
        ];
    }
}
