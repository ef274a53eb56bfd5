using System.Security.Claims;
using CaseNumerique.Accounts.Data;
using CaseNumerique.SharedKernel;
using Microsoft.AspNetCore.Http;

namespace CaseNumerique.Accounts.Access;

internal sealed class CurrentUser(IHttpContextAccessor http) : ICurrentUser
{
    public Guid? Id => http.HttpContext?.User.AccountId;

    public string Name =>
        http.HttpContext is not { User: var person } ? "Système" : person.Identity?.Name ?? "Visite sans compte";

    public string? Email => http.HttpContext?.User.FindFirstValue(ClaimTypes.Email);

    public IReadOnlyCollection<Guid> AnswerableIds =>
        http.HttpContext?.User is { AccountId: { } own } person
            ? [own, .. person.FindAll(PersonScope.ActsForClaim).Select(c => Guid.Parse(c.Value))]
            : [];

    public IReadOnlyCollection<Guid> EpnIds => http.HttpContext?.User.EpnIds ?? [];
}
