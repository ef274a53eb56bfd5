using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.Playwright;
using NUnit.Framework;

namespace CaseNumerique.Browser.Tests;

/// <summary>The page’s script and Chromium’s own WebAuthn, with an authenticator that Chromium plays.</summary>
public sealed class PasskeyTests
{
    [Test]
    public async Task A_passkey_is_added_and_signs_in_with_both_factors()
    {
        var person = new Person("cle@econum.example", Roles.Agent);
        var page = await SignedInAsync(person);
        await AddAuthenticatorAsync(page);
        await AddKeyAsync(page, "Mon téléphone");
        await Assertions.Expect(page.Locator(".lines h2")).ToHaveTextAsync("Mon téléphone");

        await page.SignOutAsync();
        await page.GotoAsync("/gestion/comptes");
        await page.PressAsync("Se connecter avec une clé d’accès");

        // A page of ÉcoNum, whose roles sleep without a second factor.
        await page.WaitForURLAsync("**/gestion/comptes");
        await page.GotoAsync("/mon-compte");
        await page.SeesAsync("Clé d’accès et second facteur");
    }

    [Test]
    public async Task A_removed_passkey_opens_nothing()
    {
        var page = await SignedInAsync(new Person("cle-retiree@epn.example", Roles.Manager));
        await AddAuthenticatorAsync(page);
        await AddKeyAsync(page, "Clé perdue");
        await page.FollowAsync("Retirer Clé perdue");
        await page.PressAsync("Retirer");
        await page.SeesAsync("Aucune clé pour l’instant");

        await page.SignOutAsync();
        await page.GotoAsync("/connexion");
        await page.PressAsync("Se connecter avec une clé d’accès");

        // The authenticator still has it, and signs.
        await Assertions.Expect(page.Locator(".errors")).ToContainTextAsync("Cette clé n’ouvre aucun compte");
        await page.GotoAsync("/gestion");
        Assert.That(page.Path, Is.EqualTo("/connexion"));
    }

    [Test]
    public async Task A_device_that_gives_no_key_is_told_and_another_try_works()
    {
        var page = await SignedInAsync(new Person("cle-refusee@epn.example", Roles.Manager));
        var (session, id) = await AddAuthenticatorAsync(page, isVerified: false);
        await page.GotoAsync("/mon-compte/cles-d-acces/ajout");
        await page.WriteAsync("Nom de la clé", "Clé hésitante");

        await page.PressAsync("Créer la clé");
        await Assertions.Expect(page.Locator("[data-trouble=refused]")).ToBeVisibleAsync();
        await session.SendAsync(
            "WebAuthn.setUserVerified",
            new() { ["authenticatorId"] = id, ["isUserVerified"] = true }
        );
        await page.PressAsync("Créer la clé");

        await Assertions.Expect(page.Locator(".lines h2")).ToHaveTextAsync("Clé hésitante");
    }

    [Test]
    public async Task Without_a_name_nothing_is_saved_and_the_page_says_so()
    {
        var page = await SignedInAsync(new Person("cle-anonyme@epn.example", Roles.Manager));
        var (session, id) = await AddAuthenticatorAsync(page);
        await page.GotoAsync("/mon-compte/cles-d-acces/ajout");

        await page.PressAsync("Créer la clé");

        await Assertions.Expect(page.Locator(".errors")).ToContainTextAsync("Nommez la clé");
        var kept = await session.SendAsync("WebAuthn.getCredentials", new() { ["authenticatorId"] = id });
        Assert.That(kept!.Value.GetProperty("credentials").GetArrayLength(), Is.Zero);
    }

    private static async Task<IPage> SignedInAsync(Person person)
    {
        await person.EnsureAsync(Site.App);
        var page = await Site.OpenAsync(person: null);
        await page.SignInAsync(person.Email);
        if (person.Role == Roles.Agent)
        {
            await page.WriteAsync("Code", await person.CodeAsync(Site.App));
            await page.PressAsync("Se connecter");
        }

        await page.WaitForURLAsync("**/gestion");
        return page;
    }

    private static async Task<(ICDPSession Session, string Id)> AddAuthenticatorAsync(
        IPage page,
        bool isVerified = true
    )
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        var added = await session.SendAsync(
            "WebAuthn.addVirtualAuthenticator",
            new()
            {
                ["options"] = new Dictionary<string, object>
                {
                    ["protocol"] = "ctap2",
                    ["transport"] = "internal",
                    ["hasResidentKey"] = true,
                    ["hasUserVerification"] = true,
                    ["isUserVerified"] = isVerified,
                    ["automaticPresenceSimulation"] = true,
                },
            }
        );
        return (session, added!.Value.GetProperty("authenticatorId").GetString()!);
    }

    private static async Task AddKeyAsync(IPage page, string name)
    {
        await page.GotoAsync("/mon-compte");
        await page.FollowAsync("En ajouter une");
        await page.FollowAsync("Ajouter une clé");
        await page.WriteAsync("Nom de la clé", name);
        await page.PressAsync("Créer la clé");
        await page.SeesAsync("La clé d’accès est ajoutée.");
    }
}
