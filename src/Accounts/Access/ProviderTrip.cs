using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace CaseNumerique.Accounts.Access;

/// <summary>What travels to the provider and back, protected.</summary>
internal static class ProviderTrip
{
    public const string Start = "/connexion";

    private const string Page = "page";
    private const string From = "from";
    private const string Load = "carried";

    public static AuthenticationProperties Of(PathString page, string from, string? carried) =>
        new(
            new Dictionary<string, string?>
            {
                [Page] = page,
                [From] = from,
                [Load] = carried,
            }
        )
        {
            RedirectUri = page,
        };

    extension(AuthenticationProperties? trip)
    {
        public bool IsFor(PathString page) => trip?.GetString(Page) == page;

        /// <summary>Where the person was; the sign-in page when that is lost.</summary>
        public string StartedFrom => trip?.GetString(From) ?? Start;

        public string? Carried => trip?.GetString(Load);
    }
}
