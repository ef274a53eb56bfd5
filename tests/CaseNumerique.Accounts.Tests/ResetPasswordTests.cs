using System.Text.RegularExpressions;
using CaseNumerique.Accounts.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using NUnit.Framework;

namespace CaseNumerique.Accounts.Tests;

internal sealed partial class ResetPasswordTests
{
    private const string Email = "marie@econum.example";
    private const string Another = "cinq autres mots sans lien";

    [Test]
    public async Task The_link_changes_the_password_and_ends_every_session()
    {
        await using var app = await App.StartAsync();
        var session = await app.BrowserAsync(new Person(Email, Roles.Manager));
        var link = await AskAsync(app, Email);

        var page = await ChooseAsync(app.Anonymous(), link!, Another);

        Assert.That(page.Text, Does.Contain("Votre mot de passe est changé"));
        Assert.That((await session.GetAsync("/gestion")).Url, Does.Contain("/connexion"));
        var browser = app.Anonymous();
        var signedIn = await browser.SubmitAsync(
            await browser.GetAsync("/connexion"),
            "main form",
            new() { ["Form.Email"] = Email, ["Form.Password"] = Another }
        );
        Assert.That(signedIn.Url, Does.EndWith("/gestion"));
    }

    [Test]
    public async Task The_person_is_told_of_the_change()
    {
        await using var app = await App.StartAsync();
        await new Person(Email, Roles.Manager).EnsureAsync(app);
        await ChooseAsync(app.Anonymous(), (await AskAsync(app, Email))!, Another);

        await app.DispatchAsync();
        await app.RunJobAsync("mail-delivery");

        Assert.That(app.MailFiles.Select(f => MimeMessage.Load(f).Subject), Does.Contain("Votre compte a changé"));
    }

    [Test]
    public async Task The_link_serves_once_and_for_an_hour()
    {
        await using var app = await App.StartAsync();
        await new Person(Email, Roles.Manager).EnsureAsync(app);
        var (used, late) = (await AskAsync(app, Email), await AskAsync(app, Email));
        await ChooseAsync(app.Anonymous(), used!, Another);
        app.Clock.Advance(AccountLink.ResetLife);

        foreach (var link in new[] { used, late })
        {
            Assert.That((await app.Anonymous().GetAsync(link!)).Text, Does.Contain("Ce lien n’est plus valable"));
        }
    }

    [Test]
    public async Task An_unknown_address_gets_the_same_answer_and_no_mail()
    {
        await using var app = await App.StartAsync();
        await new Person(Email, Roles.Manager).EnsureAsync(app);

        var known = await RequestAsync(app, Email);
        var unknown = await RequestAsync(app, "personne@econum.example");
        await app.DispatchAsync();
        await app.RunJobAsync("mail-delivery");

        Assert.That(unknown.Text, Is.EqualTo(known.Text));
        Assert.That(app.MailFiles, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task What_the_mail_said_is_gone_from_the_database_once_it_has_left()
    {
        await using var app = await App.StartAsync();
        await new Person(Email, Roles.Manager).EnsureAsync(app);
        await AskAsync(app, Email);

        var mails = await app.WithAsync(
            (Platform.Data.PlatformDbContext db) => db.Mails.Where(m => m.IsSecret).Select(m => m.Mime).ToListAsync()
        );

        Assert.That(mails, Is.EqualTo(new[] { Array.Empty<byte>() }));
    }

    [Test]
    public async Task A_poor_password_is_refused_and_the_link_stays_good()
    {
        await using var app = await App.StartAsync();
        await new Person(Email, Roles.Manager).EnsureAsync(app);
        var link = await AskAsync(app, Email);

        var page = await ChooseAsync(app.Anonymous(), link!, "motdepasse2026");

        Assert.That(page.Document.QuerySelector(".errors")?.TextContent, Does.Contain("moins courant"));
        Assert.That((await ChooseAsync(app.Anonymous(), link!, Another)).Text, Does.Contain("est changé"));
    }

    private static async Task<Page> RequestAsync(App app, string email)
    {
        var browser = app.Anonymous();
        return await browser.SubmitAsync(
            await browser.GetAsync("/connexion/oubli"),
            "main form",
            new() { ["Form.Email"] = email }
        );
    }

    /// <summary>The path of the link that was mailed last.</summary>
    private static async Task<string?> AskAsync(App app, string email)
    {
        await RequestAsync(app, email);
        await app.DispatchAsync();
        var before = app.MailFiles;
        await app.RunJobAsync("mail-delivery");
        var text = MimeMessage.Load(app.MailFiles.Except(before).Single()).TextBody;
        return Link().Match(text!).Groups[1].Value;
    }

    private static async Task<Page> ChooseAsync(Browser browser, string link, string password) =>
        await browser.SubmitAsync(
            await browser.GetAsync(link),
            "main form",
            new() { ["Form.Password"] = password, ["Form.Repeated"] = password }
        );

    [GeneratedRegex(@"https?://[^/\s]+(/connexion/\S+)")]
    private static partial Regex Link();
}
