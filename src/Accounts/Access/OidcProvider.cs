namespace CaseNumerique.Accounts.Access;

/// <summary>A provider of OpenID Connect that people may sign in with: one child of the section <c>Oidc</c>.</summary>
/// <param name="Number">Its place in the settings, which its addresses carry.</param>
/// <param name="Label">What people call it, on the buttons.</param>
/// <param name="Scopes">Separated by spaces.</param>
internal sealed record OidcProvider(
    int Number,
    Uri Authority,
    string ClientId,
    string ClientSecret,
    string Label,
    string Scopes
)
{
    public string Scheme => $"Oidc{Number}";

    /// <summary>What is to be registered at the provider. Each has its own, so that an answer cannot be passed off as another's.</summary>
    public string CallbackPath => $"/connexion/fournisseur/{Number}/retour";
}

/// <summary>Those that are set up, in the order of the settings.</summary>
internal sealed record OidcProviders(IReadOnlyList<OidcProvider> All)
{
    public OidcProvider? Find(int number) => All.SingleOrDefault(p => p.Number == number);
}
