using System.Security.Claims;
using CaseNumerique.Accounts.Access;
using CaseNumerique.SharedKernel;

namespace CaseNumerique.Accounts.Features.Own;

/// <summary>A role of ÉcoNum that waits for its second factor, on the person's own to-do list.</summary>
internal sealed class EnrolTodo : ITodoSource
{
    public Task<IReadOnlyList<TodoItem>> ForAsync(ClaimsPrincipal person, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<TodoItem>>(
            person.MustEnrol
                ?
                [
                    new(
                        "Activer la double authentification",
                        EnrolTotp.Path,
                        "Votre rôle à ÉcoNum s’ouvre dès que c’est fait.",
                        "late",
                        "Bloqué",
                        0
                    ),
                ]
                : []
        );
}
