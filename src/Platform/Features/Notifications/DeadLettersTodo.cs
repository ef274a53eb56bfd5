using System.Security.Claims;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Platform.Features.Notifications;

/// <summary>Notifications that were given up, on the administrators' to-do list.</summary>
internal sealed class DeadLettersTodo(IEnumerable<ModuleDbContext> modules) : ITodoSource
{
    public async Task<IReadOnlyList<TodoItem>> ForAsync(ClaimsPrincipal person, CancellationToken cancellationToken)
    {
        if (!person.IsInRole(Roles.Administrator))
        {
            return [];
        }

        var dead = 0;
        foreach (var db in modules)
        {
            dead += await db.Deliveries.CountAsync(d => d.State == DeliveryState.Dead, cancellationToken);
        }

        return dead == 0
            ? []
            :
            [
                new(
                    FrenchText.Count(dead, "notification n’est pas passée", "notifications ne sont pas passées"),
                    "/gestion/parametres/notifications",
                    "Lisez l’erreur, puis renvoyez-la.",
                    "late",
                    "Bloqué",
                    0
                ),
            ];
    }
}
