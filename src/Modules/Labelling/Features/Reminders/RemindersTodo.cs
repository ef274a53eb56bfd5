using System.Security.Claims;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using MediatR;

namespace CaseNumerique.Labelling.Features.Reminders;

/// <summary>Reminders that did not arrive, and people to call, on the agents' to-do list.</summary>
internal sealed class RemindersTodo(ISender sender) : ITodoSource
{
    public async Task<IReadOnlyList<TodoItem>> ForAsync(ClaimsPrincipal person, CancellationToken cancellationToken)
    {
        if (!Roles.EcoNum.Any(person.IsInRole))
        {
            return [];
        }

        var view = await sender.Send(new WatchReminders.Query(), cancellationToken);
        List<TodoItem> items = [];
        if (view.Held is not null)
        {
            items.Add(new("Vérifier l’heure du serveur", "/gestion/relances", view.Held, "late", "Bloqué", 0));
        }

        if (view.Failures.Count > 0)
        {
            items.Add(
                new(
                    FrenchText.Count(view.Today.Failed, "rappel n’est pas arrivé", "rappels ne sont pas arrivés"),
                    "/gestion/relances#echecs",
                    "Corrigez l’adresse, ou appelez l’espace.",
                    "late",
                    "Bloqué",
                    0
                )
            );
        }

        items.AddRange(view.CallList.Select(ToCall));
        return items;
    }

    private static TodoItem ToCall(ReminderRow row)
    {
        var phone = row.Phone is null ? "sans téléphone non plus" : $"au {FrenchText.Phone(row.Phone)}";
        return new TodoItem(
            FrenchText.Typeset($"Appeler {row.EpnName}, {row.Commune}"),
            "/gestion/relances#appels",
            $"{row.Name}, {phone}. Label {row.LabelNumber}, rappel {ReminderMilestone.NameOf(row.DaysBefore)} sans adresse électronique.",
            "todo",
            $"Avant le {FrenchText.Date(row.ExpiresOn)}",
            1
        );
    }
}
