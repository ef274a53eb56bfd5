namespace CaseNumerique.Accounts.Features.Providers;

/// <summary>What <c>_ProviderButtons.cshtml</c> shows: a button a provider, each a form of its own.</summary>
/// <param name="Verb">What each button says before the provider's name.</param>
/// <param name="Action">Where the forms go, but for the provider's number.</param>
/// <param name="Field">A hidden field that goes along; null for none.</param>
internal sealed record ProviderButtons(string Verb, string Action, string? Field = null, string? Value = null);
