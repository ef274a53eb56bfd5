using CaseNumerique.SharedKernel;

namespace CaseNumerique.Accounts.Access;

/// <summary>Where a sign-in leads.</summary>
internal static class AfterSignIn
{
    public const string Start = "/gestion";

    /// <summary>Where a person wanted to go, within the site.</summary>
    public static string Target(this SlicePage page, string? returnUrl) =>
        page.Url.IsLocalUrl(returnUrl) ? returnUrl : Start;

    /// <summary>The page of the second proof, which then leads on; or straight where the person wanted to go.</summary>
    public static string Next(this SlicePage page, string? step, string? returnUrl)
    {
        var target = page.Target(returnUrl);
        return step is null ? target
            : target == Start ? step
            : $"{step}?retour={Uri.EscapeDataString(target)}";
    }
}
