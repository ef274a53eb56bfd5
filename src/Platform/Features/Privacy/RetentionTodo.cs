using System.Security.Claims;
using CaseNumerique.Platform.Privacy;
using CaseNumerique.SharedKernel;

namespace CaseNumerique.Platform.Features.Privacy;

/// <summary>What administrators are told of before it reaches its end.</summary>
internal sealed class RetentionTodo(RetentionRules rules) : ITodoSource
{
    public async Task<IReadOnlyList<TodoItem>> ForAsync(ClaimsPrincipal person, CancellationToken cancellationToken)
    {
        List<TodoItem> items = [];
        if (!person.IsInRole(Roles.Administrator))
        {
            return items;
        }

        foreach (var kind in await rules.InForceAsync(cancellationToken))
        {
            var warning = kind.Kind.WarningDays;
            if (
                warning > 0
                && await rules.CountAsync(kind.Kind, Math.Max(0, kind.Days - warning), cancellationToken)
                    is > 0
                        and var soon
            )
            {
                items.Add(
                    new TodoItem(
                        $"{kind.Kind.Title}\u00A0: {FrenchText.Count(soon, "bientôt à son terme", "bientôt à leur terme")}",
                        "/gestion/parametres/conservation",
                        kind.Kind.Effect,
                        "todo",
                        $"D’ici {FrenchText.Count(warning, "jour")}",
                        5
                    )
                );
            }
        }

        return items;
    }
}
