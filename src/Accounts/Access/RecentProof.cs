using System.Globalization;
using System.Security.Claims;
using CaseNumerique.SharedKernel;

namespace CaseNumerique.Accounts.Access;

/// <summary>A change of how one signs in asks who is there: a session left open on a shared machine must not be enough.</summary>
internal static class RecentProof
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    public static bool HasProvedLately(this ClaimsPrincipal person, TimeProvider clock) =>
        long.TryParse(
            person.FindFirstValue(SessionPerson.ProvedAtClaim),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var ticks
        )
        && clock.UtcNow - new DateTime(ticks, DateTimeKind.Utc) <= Life;

    /// <summary>Where the person proves it again, to go on from there.</summary>
    public static string PathThen(string path) => $"/mon-compte/verification?retour={Uri.EscapeDataString(path)}";
}
