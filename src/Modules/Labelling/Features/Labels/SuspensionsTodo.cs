using System.Security.Claims;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Labels;

/// <summary>Suspensions that have lasted longer than the rules give them: nothing ends one but people, so they are told.</summary>
internal sealed class SuspensionsTodo(LabellingDbContext db, TimeProvider clock) : ITodoSource
{
    public async Task<IReadOnlyList<TodoItem>> ForAsync(ClaimsPrincipal person, CancellationToken cancellationToken)
    {
        if (!person.IsEcoNum)
        {
            return [];
        }

        var rules = await db.ProcedureRules.AsNoTracking().InForceAsync(cancellationToken);
        // What is proposed already waits for its decision, on a line of its own.
        var suspensions = await db.Suspended(
                db.Labels.Where(l => !db.Proposals.Any(p => p.LabelId == l.Id && p.DecidedAt == null))
            )
            .ToListAsync(cancellationToken);
        return
        [
            .. suspensions
                .Where(s => s.IsOverlong(rules, clock.Today))
                .Select(s => new TodoItem(
                    FrenchText.Typeset($"Lever la suspension de {s.EpnName}, ou retirer le label"),
                    $"/gestion/labellisation/labels/{s.Number}",
                    $"Label {s.Number}, suspendu plus de {FrenchText.Count(rules.SuspensionMonths, "mois", "mois")}.",
                    "late",
                    $"Depuis le {FrenchText.Date(NoumeaTime.DayOf(s.Since!.Value))}",
                    Urgency: 4
                )),
        ];
    }
}
