using System.Globalization;
using CaseNumerique.SharedKernel;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CaseNumerique.Accounts.Access;

/// <summary>Reads the section <c>Oidc</c>: <c>Oidc__0__Authority</c> and so on.</summary>
internal static class OidcSettings
{
    public const string Section = "Oidc";
    public const string DefaultScopes = "openid profile email";

    /// <summary>As Identity keeps the label beside the login.</summary>
    private const int LabelMaxLength = 60;

    /// <exception cref="OptionsValidationException">A setting is missing or wrong; the sentence names it.</exception>
    public static OidcProviders Read(IConfiguration configuration, IHostEnvironment environment) =>
        new([
            .. configuration
                .GetSection(Section)
                .GetChildren()
                .Select(child => ReadOne(child, environment.IsDevelopment()))
                .OrderBy(p => p.Number),
        ]);

    private static OidcProvider ReadOne(IConfigurationSection section, bool isDevelopment)
    {
        if (!int.TryParse(section.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            throw Refused($"{Section}__{section.Key}", "ne se lit pas : numérotez les fournisseurs, comme Oidc__0.");
        }

        var label = Required("Label", "nommez le fournisseur comme les gens l’appellent.");
        if (label.Length > LabelMaxLength)
        {
            throw Refused(Name("Label"), $"est trop long : {LabelMaxLength} caractères au plus.");
        }

        var scopes = section["Scopes"] ?? DefaultScopes;
        if (!scopes.Split(' ').Contains("openid"))
        {
            throw Refused(Name("Scopes"), $"vaut « {scopes} » : openid doit y être.");
        }

        return new OidcProvider(
            number,
            ReadAuthority(),
            Required("ClientId", "indiquez l’identifiant donné par le fournisseur."),
            Required("ClientSecret", "indiquez le secret donné par le fournisseur."),
            label,
            scopes
        );

        Uri ReadAuthority()
        {
            var text = Required("Authority", "indiquez l’adresse du fournisseur, comme https://compte.example.");
            return
                Uri.TryCreate(text, UriKind.Absolute, out var url)
                && (url.Scheme == "https" || (url is { Scheme: "http", IsLoopback: true } && isDevelopment))
                && url is { Query: "", Fragment: "", UserInfo: "" }
                ? url
                : throw Refused(Name("Authority"), $"vaut « {text} » : indiquez une adresse en https.");
        }

        string Required(string part, string help) =>
            section[part] is { } value && !string.IsNullOrWhiteSpace(value)
                ? value
                : throw Refused(Name(part), $"manque : {help}");

        string Name(string part) => $"{Section}__{section.Key}__{part}";
    }

    private static OptionsValidationException Refused(string setting, string why) =>
        new(Section, typeof(OidcProvider), [FrenchText.Typeset($"{setting} {why}")]);
}
