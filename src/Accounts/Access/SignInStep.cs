using System.Security.Claims;
using CaseNumerique.Accounts.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Accounts.Access;

/// <summary>Between the first proof and the second: ten minutes in a cookie of its own, which opens nothing.</summary>
internal sealed class SignInStep(IHttpContextAccessor http, AccountsDbContext db, Sessions sessions)
{
    public const string Scheme = "Step";
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private const string MethodClaim = "case:method";

    /// <summary>The first proof is made: opens the session, or asks for the second proof.</summary>
    /// <returns>Where to go; null to go on to where the person wanted.</returns>
    public async Task<string?> PassFirstAsync(Account account, string method, CancellationToken cancellationToken)
    {
        if (account.TotpSince is null)
        {
            await sessions.StartAsync(account, method, isStrong: false, cancellationToken);
            return null;
        }

        var identity = new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, account.Id.ToString()), new(MethodClaim, method)],
            Scheme
        );
        await http.HttpContext!.SignInAsync(Scheme, new ClaimsPrincipal(identity));
        return "/connexion/code";
    }

    /// <summary>Who has made the first proof on this machine, and how; null for nobody, or too long ago.</summary>
    public async Task<(Account Account, string Method)?> CurrentAsync(CancellationToken cancellationToken)
    {
        var step = await http.HttpContext!.AuthenticateAsync(Scheme);
        if (!Guid.TryParse(step.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var id))
        {
            return null;
        }

        var account = await db.Accounts.SingleOrDefaultAsync(a => a.Id == id, cancellationToken);
        return account is { IsOpen: true } ? (account, step.Principal.FindFirstValue(MethodClaim)!) : null;
    }
}
