using System.Security.Claims;
using CaseNumerique.SharedKernel;
using Microsoft.AspNetCore.Http;

namespace CaseNumerique.Platform.Accounts;

internal sealed class CurrentUser(IHttpContextAccessor http) : ICurrentUser
{
    public string Name =>
        http.HttpContext is not { User: var person } ? "Système" : person.Identity?.Name ?? "Visite sans compte";

    public string? Email => http.HttpContext?.User.FindFirstValue(ClaimTypes.Email);
}
