using System.Text.Json;
using CaseNumerique.Accounts.Access;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.Playwright;
using NUnit.Framework;

namespace CaseNumerique.Browser.Tests;

/// <summary>Every journey of an account in a real browser without JavaScript, by a person who is nobody else's.</summary>
public sealed class AccountJourneysTests
{
    private const string NewPassword = "encore quatre mots choisis";

    [Test]
    public async Task Somebody_is_invited_and_opens_the_account_by_the_mailed_link()
    {
        const string email = "odile@comite.example";
        var admin = await OpenAsync(People.Administrator);
        await admin.GotoAsync("/gestion/comptes");
        await admin.FollowAsync("Inviter");
        await admin.WriteAsync("Prénom et nom", "Odile Wamytan");
        await admin.WriteAsync("Adresse électronique", email);
        await admin.GetByLabel("Rôle").SelectOptionAsync(new SelectOptionValue { Value = Roles.Committee });
        await admin.PressAsync("Envoyer l’invitation");

        var page = await OpenAsync();
        await page.FollowMailAsync(email);
        await page.WriteAsync("Mot de passe", NewPassword);
        await page.WriteAsync("Le même, une seconde fois", NewPassword);
        await page.PressAsync("Ouvrir mon compte");

        await page.GotoAsync("/mon-compte");
        await page.SeesAsync("Odile Wamytan");
        var late = await OpenAsync();
        await late.FollowMailAsync(email);
        await late.SeesAsync("Ce lien n’est plus valable");
    }

    [Test]
    public async Task The_code_of_the_authenticator_opens_the_office()
    {
        var person = await GivenAsync("code@econum.example", Roles.Agent);
        var page = await OpenAsync();

        await page.SignInAsync(person.Email);
        Assert.That(page.Path, Is.EqualTo("/connexion/code"));
        await page.WriteAsync("Code", "000000");
        await page.PressAsync("Se connecter");
        await page.SeesAsync("Ce code ne convient pas");
        await page.WriteAsync("Code", await person.CodeAsync(Site.App));
        await page.PressAsync("Se connecter");

        Assert.That(page.Path, Is.EqualTo("/gestion"));
        await page.GotoAsync("/gestion/comptes");
        await page.SeesAsync("Comptes");
    }

    [Test]
    public async Task A_forgotten_password_is_replaced_by_the_mailed_link()
    {
        var person = await GivenAsync("oubli@epn.example");
        var page = await OpenAsync();
        await page.GotoAsync("/connexion");
        await page.FollowAsync("Mot de passe oublié");
        await page.WriteAsync("Adresse électronique", person.Email);
        await page.PressAsync("Recevoir le lien");

        await page.FollowMailAsync(person.Email);
        await page.WriteAsync("Nouveau mot de passe", NewPassword);
        await page.WriteAsync("Le même, une seconde fois", NewPassword);
        await page.PressAsync("Changer le mot de passe");

        await page.SignInAsync(person.Email);
        Assert.That(page.Path, Is.EqualTo("/connexion"), "The old password is worth nothing.");
        await page.SignInAsync(person.Email, NewPassword);
        Assert.That(page.Path, Is.EqualTo("/gestion"));
    }

    [Test]
    public async Task A_new_address_is_confirmed_on_both_sides()
    {
        const string next = "nouvelle@epn.example";
        var person = await GivenAsync("ancienne@epn.example");
        var page = await OpenAsync();
        await page.SignInAsync(person.Email);
        await page.GotoAsync("/mon-compte");
        await page.FollowAsync("En changer");
        await page.WriteAsync("Nouvelle adresse électronique", next);
        await page.PressAsync("Demander le changement");
        await page.SeesAsync("Un changement attend vos confirmations");

        await page.FollowMailAsync(person.Email);
        await page.PressAsync("Confirmer");
        await page.GotoAsync("/mon-compte");
        await page.SeesAsync(person.Email);
        await page.FollowMailAsync(next);
        await page.PressAsync("Confirmer");

        await page.SignOutAsync();
        await page.SignInAsync(next);
        Assert.That(page.Path, Is.EqualTo("/gestion"));
        await page.GotoAsync("/mon-compte");
        await page.SeesAsync(next);
    }

    [Test]
    public async Task A_second_factor_is_enrolled_and_a_recovery_code_stands_in_for_it()
    {
        var person = await GivenAsync("facteur@epn.example");
        var page = await OpenAsync();
        await page.SignInAsync(person.Email);
        await page.GotoAsync("/mon-compte");
        await page.FollowAsync("L’activer");
        var key = (await page.Locator(".key-text").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        await page.WriteAsync("Code à six chiffres", await CodeOfAsync(key));
        await page.PressAsync("Activer");
        var codes = await page.Locator(".codes code").AllInnerTextsAsync();
        Assert.That(codes, Has.Count.EqualTo(10));
        await page.FollowAsync("C’est noté, continuer");

        await page.SignOutAsync();
        await page.SignInAsync(person.Email);
        await page.WriteAsync("Code", codes[3]);
        await page.PressAsync("Se connecter");

        Assert.That(page.Path, Is.EqualTo("/gestion"));
        await page.GotoAsync("/mon-compte");
        await page.SeesAsync("9 codes sur 10");
    }

    [Test]
    public async Task All_other_sessions_are_ended()
    {
        var person = await GivenAsync("sessions@epn.example");
        var elsewhere = await OpenAsync();
        await elsewhere.SignInAsync(person.Email);
        var page = await OpenAsync();
        await page.SignInAsync(person.Email);
        await page.GotoAsync("/mon-compte");
        await page.FollowAsync("Les voir et les fermer");
        await page.PressAsync("Fermer toutes les autres");
        await page.SeesAsync("C’est fermé.");

        await elsewhere.GotoAsync("/gestion");
        await page.GotoAsync("/gestion");

        Assert.That((elsewhere.Path, page.Path), Is.EqualTo(("/connexion", "/gestion")));
    }

    [Test]
    public async Task A_person_whose_account_is_closed_is_out()
    {
        var person = await GivenAsync("depart@epn.example", name: "Départ Prévu");
        var theirs = await OpenAsync();
        await theirs.SignInAsync(person.Email);
        var admin = await OpenAsync(People.Administrator);
        await admin.GotoAsync("/gestion/comptes?q=depart");
        await admin.FollowAsync("Départ Prévu");
        await admin.FollowAsync("Fermer");
        await admin.WriteAsync("Motif", "Fin de contrat");
        await admin.PressAsync("Fermer le compte");
        await admin.SeesAsync("Le compte est fermé");

        await theirs.GotoAsync("/gestion");
        Assert.That(theirs.Path, Is.EqualTo("/connexion"));
        await theirs.SignInAsync(person.Email);
        Assert.That(theirs.Path, Is.EqualTo("/connexion"));
    }

    [Test]
    public async Task One_reads_ones_data_and_takes_them_along()
    {
        var person = await GivenAsync("donnees@epn.example", name: "Denise Données");
        var page = await OpenAsync();
        await page.SignInAsync(person.Email);
        await page.GotoAsync("/mon-compte/donnees");
        await page.SeesAsync("Denise Données");

        var download = await page.RunAndWaitForDownloadAsync(() => page.FollowAsync("Emporter mes données (JSON)"));

        await using var file = File.OpenRead(await download.PathAsync());
        using var data = await JsonDocument.ParseAsync(file);
        Assert.That(data.RootElement.ToString(), Does.Contain(person.Email));
    }

    [Test]
    public async Task A_password_is_changed_and_the_old_one_is_worth_nothing()
    {
        var person = await GivenAsync("change@epn.example");
        var page = await OpenAsync();
        await page.SignInAsync(person.Email);
        await page.GotoAsync("/mon-compte");
        await page.FollowAsync("Le changer");
        await page.WriteAsync("Mot de passe actuel", App.Password);
        await page.WriteAsync("Nouveau mot de passe", NewPassword);
        await page.WriteAsync("Le même, une seconde fois", NewPassword);
        await page.PressAsync("Changer le mot de passe");

        await page.SignOutAsync();
        await page.SignInAsync(person.Email);
        Assert.That(page.Path, Is.EqualTo("/connexion"), "The old password is worth nothing.");
        await page.SignInAsync(person.Email, NewPassword);
        Assert.That(page.Path, Is.EqualTo("/gestion"));
    }

    [Test]
    public async Task A_colleague_stands_in_and_each_page_says_so()
    {
        Guid[] epn = [Guid.NewGuid()];
        var absent = await GivenAsync("absente@epn.example", name: "Aude Absente", epnIds: epn);
        var colleague = await GivenAsync("presente@epn.example", name: "Paula Présente", epnIds: epn);
        var page = await OpenAsync();
        await page.SignInAsync(absent.Email);
        await page.GotoAsync("/mon-compte/delegations");
        await page.FollowAsync("Se faire remplacer");
        await page.GetByLabel("Qui remplace").SelectOptionAsync(new SelectOptionValue { Label = "Paula Présente" });
        await page.WriteAsync("Dernier jour", $"{Site.App.Clock.Today.AddDays(5):yyyy-MM-dd}");
        await page.WriteAsync("Motif", "Congé");
        await page.PressAsync("Confier mes droits");
        await page.SeesAsync("Le remplacement est noté.");

        var theirs = await OpenAsync();
        await theirs.SignInAsync(colleague.Email);

        await theirs.SeesAsync("Vous remplacez Aude Absente");
    }

    [Test]
    public async Task An_accord_is_given_and_taken_back()
    {
        var person = await GivenAsync("accord@epn.example");
        var page = await OpenAsync();
        await page.SignInAsync(person.Email);
        await page.GotoAsync("/mon-compte/accords");

        await page.GetByRole(AriaRole.Button, new() { Name = "Donner mon accord" }).First.ClickAsync();
        await page.SeesAsync("Accord donné le");
        await page.GetByRole(AriaRole.Button, new() { Name = "Retirer mon accord" }).First.ClickAsync();

        await page.SeesAsync("Accords retirés");
    }

    [Test]
    public async Task Somebody_asks_to_be_forgotten_and_an_administrator_decides()
    {
        var person = await GivenAsync("oubliee@epn.example", name: "Zoé Oubliée");
        var page = await OpenAsync();
        await page.SignInAsync(person.Email);
        await page.GotoAsync("/mon-compte/donnees");
        await page.FollowAsync("Demander l’effacement");
        await page.WriteAsync("Pour confirmer, écrivez EFFACER", "EFFACER");
        await page.PressAsync("Demander l’effacement");
        await page.SeesAsync("est enregistrée");

        var admin = await OpenAsync(People.Administrator);
        await admin.GotoAsync("/gestion/comptes/effacements");
        await admin.FollowAsync("Zoé Oubliée");
        await admin.WriteAsync("Pour confirmer, écrivez EFFACER", "EFFACER");
        await admin.PressAsync("Effacer cette personne");
        await admin.SeesAsync("Étapes");
        await Site.App.RunJobAsync("erase-people");

        await page.GotoAsync("/gestion");
        Assert.That(page.Path, Is.EqualTo("/connexion"));
        await page.SignInAsync(person.Email);
        Assert.That(page.Path, Is.EqualTo("/connexion"));
    }

    [Test]
    public async Task An_agent_sees_the_site_as_somebody_and_comes_back()
    {
        await GivenAsync("vue@epn.example", name: "Viviane Vue");
        var agent = await OpenAsync(People.Agent);
        await agent.GotoAsync("/gestion/comptes?q=viviane");
        await agent.FollowAsync("Viviane Vue");
        await agent.FollowAsync("Voir le site comme cette personne");
        await agent.WriteAsync("Motif", "Appel du matin");
        await agent.PressAsync("Voir le site");
        await agent.SeesAsync("Vue de Viviane Vue, en lecture seule");

        await agent.PressAsync("Revenir à ma vue");

        await agent.GotoAsync("/gestion/comptes");
        await agent.SeesAsync("Comptes");
    }

    [Test]
    public async Task A_passkey_says_that_it_needs_JavaScript_and_the_password_stays()
    {
        var person = await GivenAsync("sans-script@epn.example");
        var page = await OpenAsync();
        await page.GotoAsync("/connexion");
        await Assertions.Expect(page.Locator("noscript p").First).ToBeVisibleAsync();
        Assert.That(await page.Locator("[data-passkey]").IsVisibleAsync(), Is.False);

        await page.SignInAsync(person.Email);
        await page.GotoAsync("/mon-compte/cles-d-acces/ajout");

        await Assertions.Expect(page.Locator("noscript p").First).ToBeVisibleAsync();
    }

    private static Task<IPage> OpenAsync(string? person = null) => Site.OpenAsync(person, hasJavaScript: false);

    private static async Task<Person> GivenAsync(
        string email,
        string role = Roles.Manager,
        string? name = null,
        Guid[]? epnIds = null
    )
    {
        var person = new Person(email, role) { Name = name ?? "Parcours Sans Script", EpnIds = epnIds ?? [] };
        await person.EnsureAsync(Site.App);
        return person;
    }

    private static Task<string> CodeOfAsync(string key) =>
        Site.App.WithAsync((Totp totp) => Task.FromResult(totp.CurrentCode(key)));
}
