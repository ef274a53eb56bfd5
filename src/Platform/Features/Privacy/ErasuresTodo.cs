using System.Security.Claims;
using CaseNumerique.Platform.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Platform.Features.Privacy;

/// <summary>Wishes to be forgotten that wait for a decision.</summary>
internal sealed class ErasuresTodo(PlatformDbContext db) : ITodoSource
{
    private const int LegalDays = 30;

    public async Task<IReadOnlyList<TodoItem>> ForAsync(ClaimsPrincipal person, CancellationToken cancellationToken)
    {
        if (!person.IsInRole(Roles.Administrator))
        {
            return [];
        }

        var asked = await db
            .Erasures.Where(e => e.State == ErasureState.Asked)
            .OrderBy(e => e.AskedAt)
            .Select(e => e.AskedAt)
            .ToListAsync(cancellationToken);
        return asked.Count == 0
            ? []
            :
            [
                new(
                    FrenchText.Count(asked.Count, "demande d’effacement à traiter", "demandes d’effacement à traiter"),
                    "/gestion/comptes/effacements",
                    "Une personne veut que ses données soient oubliées.",
                    "todo",
                    $"Avant le {FrenchText.Date(NoumeaTime.DayOf(asked[0]).AddDays(LegalDays))}",
                    1
                ),
            ];
    }
}
