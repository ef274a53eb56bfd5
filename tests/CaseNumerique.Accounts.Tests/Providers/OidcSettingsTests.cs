using CaseNumerique.Accounts.Access;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Options;
using NUnit.Framework;

namespace CaseNumerique.Accounts.Tests.Providers;

internal sealed class OidcSettingsTests
{
    [TestCase(
        "Authority",
        null,
        "Oidc__3__Authority manque : indiquez l’adresse du fournisseur, comme https://compte.example."
    )]
    [TestCase(
        "Authority",
        "http://compte.example",
        "Oidc__3__Authority vaut « http://compte.example » : indiquez une adresse en https."
    )]
    [TestCase(
        "Authority",
        "http://127.0.0.1:5000",
        "Oidc__3__Authority vaut « http://127.0.0.1:5000 » : indiquez une adresse en https."
    )]
    [TestCase("Authority", "compte", "Oidc__3__Authority vaut « compte » : indiquez une adresse en https.")]
    [TestCase("ClientId", " ", "Oidc__3__ClientId manque : indiquez l’identifiant donné par le fournisseur.")]
    [TestCase("ClientSecret", null, "Oidc__3__ClientSecret manque : indiquez le secret donné par le fournisseur.")]
    [TestCase("Label", null, "Oidc__3__Label manque : nommez le fournisseur comme les gens l’appellent.")]
    [TestCase("Scopes", "profile", "Oidc__3__Scopes vaut « profile » : openid doit y être.")]
    public void A_wrong_setting_is_named_in_one_sentence(string part, string? value, string sentence)
    {
        Assert.That(
            () => Read(Environments.Production, "3", part, value),
            Throws
                .TypeOf<OptionsValidationException>()
                .With.Property("Message")
                .Matches<string>(message => message.Replace('\u00A0', ' ') == sentence)
        );
    }

    [Test]
    public void A_provider_goes_by_a_number() =>
        Assert.That(
            () => Read(Environments.Production, "pays", "Label", "Compte"),
            Throws.TypeOf<OptionsValidationException>().With.Message.StartsWith("Oidc__pays")
        );

    [Test]
    public void A_developers_own_machine_may_do_without_https() =>
        Assert.That(
            Read(Environments.Development, "3", "Authority", "http://127.0.0.1:5000").All.Single().Authority.Port,
            Is.EqualTo(5000)
        );

    [Test]
    public void What_is_not_said_has_its_default() =>
        Assert.That(
            Read(Environments.Production, "3", "Scopes", null).All.Single(),
            Has.Property("Scopes").EqualTo("openid profile email").And.Property("Number").EqualTo(3)
        );

    private static OidcProviders Read(string environment, string key, string part, string? value)
    {
        Dictionary<string, string?> settings = new()
        {
            [$"Oidc:{key}:Authority"] = "https://compte.example",
            [$"Oidc:{key}:ClientId"] = "case",
            [$"Oidc:{key}:ClientSecret"] = "secret",
            [$"Oidc:{key}:Label"] = "Compte du pays",
            [$"Oidc:{key}:{part}"] = value,
        };
        return OidcSettings.Read(
            new ConfigurationBuilder().AddInMemoryCollection(settings).Build(),
            new HostingEnvironment { EnvironmentName = environment }
        );
    }
}
