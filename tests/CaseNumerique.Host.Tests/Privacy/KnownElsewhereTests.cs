using CaseNumerique.Labelling.Data;
using CaseNumerique.Network.Data;
using CaseNumerique.Network.Features.Affiliations;
using CaseNumerique.Network.Features.Epns;
using CaseNumerique.Platform.Data;
using CaseNumerique.Platform.Features.Privacy;
using CaseNumerique.Platform.Privacy;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Host.Tests.Privacy;

/// <summary>A person is known to the network and to labelling by other names than their account's, and by a telephone.</summary>
internal sealed class KnownElsewhereTests
{
    private const string Email = "zephirine.oubliee@banians.example";
    private const string Name = "Zéphirine Oubliée";
    private const string ContactName = "Zéphie Oubliée-Wamo";
    private const string AffiliationName = "Madame Oubliée";
    private const string Phone = "471234";
    private const string LaterPhone = "479876";
    private const string PlacePhone = "451200";

    private static readonly string[] _traces =
    [
        Name,
        Email,
        ContactName,
        AffiliationName,
        Phone,
        Read(Phone),
        LaterPhone,
        Read(LaterPhone),
    ];

    [TestCase(true)]
    [TestCase(false)]
    public async Task No_byte_is_left_of_the_names_and_telephones_that_other_modules_know(bool isReminded)
    {
        await using var app = await App.StartAsync();
        await app.BrowserAsync(new Person(Email, Roles.Facilitator) { Name = Name });
        await RegisterAsync(app, isReminded ? Phone : LaterPhone);
        if (isReminded)
        {
            await RemindAsync(app);
            // What the network knew then stands in the reminders and in the journal alone.
            await ChangePhoneAsync(app);
            await app.MailAsync("par-l-ancien-telephone", $"Elle est joignable au {Read(Phone)}");
        }

        await app.MailAsync("par-le-nom", $"{ContactName} est à prévenir");
        await app.MailAsync("par-le-telephone", $"Elle est joignable au {Read(LaterPhone)}");
        await app.MailAsync("du-lieu", $"L’espace est joignable au {Read(PlacePhone)}");
        var before = await ByteScan.RunAsync(app, _traces);

        await EraseAsync(app);

        var known = isReminded ? _traces : _traces.Except([Phone, Read(Phone)]);
        Assert.That(before.Select(h => h.Text).Distinct(), Is.EquivalentTo(known));
        Assert.That(
            await app.WithAsync((PlatformDbContext db) => db.Erasures.Select(e => e.State).SingleAsync()),
            Is.EqualTo(ErasureState.Done)
        );
        Assert.That(await ByteScan.RunAsync(app, _traces), Is.Empty);
        Assert.That(app.MailFiles.Select(Path.GetFileName), Has.One.Contains("du-lieu"));
    }

    [Test]
    public async Task A_telephone_that_others_answer_as_well_is_not_looked_for()
    {
        await using var app = await App.StartAsync();
        await RegisterAsync(app, PlacePhone);
        await app.MailAsync("du-lieu", $"L’espace est joignable au {Read(PlacePhone)}");

        await EraseAsync(app);

        Assert.That(await ByteScan.RunAsync(app, Email, ContactName), Is.Empty);
        var epn = await app.WithAsync((NetworkDbContext db) => db.Epns.SingleAsync());
        Assert.That(epn.Phone, Is.EqualTo($"+687{PlacePhone}"));
        Assert.That(app.MailFiles.Select(Path.GetFileName), Has.One.Contains("du-lieu"));
    }

    /// <summary>As people read it.</summary>
    private static string Read(string phone) => FrenchText.Phone($"+687{phone}");

    private static async Task ChangePhoneAsync(App app)
    {
        var epn = await app.WithAsync((NetworkDbContext db) => db.Epns.Include(e => e.Contacts).SingleAsync());
        await app.SendAsync(
            new ChangeContact.Command
            {
                Slug = epn.Slug,
                ContactId = epn.Contacts.Single().Id,
                Role = ContactRole.Manager,
                Name = ContactName,
                Email = Email,
                Phone = LaterPhone,
            }
        );
        await app.DispatchAsync();
    }

    private static async Task RegisterAsync(App app, string phone)
    {
        var slug = await app.SendAsync(
            new RegisterEpn.Command
            {
                Name = "Les Banians",
                InseeCode = "98811",
                Phone = PlacePhone,
                OperatorName = "Association des Banians",
                ManagerName = ContactName,
                ManagerEmail = Email,
                ManagerPhone = phone,
            }
        );
        await app.DispatchAsync();
        await app.SendAsync(
            new GrantAffiliation.Command
            {
                Slug = slug,
                Role = ContactRole.Manager,
                Name = AffiliationName,
                Email = Email,
                StartsOn = app.Clock.Today,
            }
        );
        await app.DispatchAsync();
    }

    /// <summary>A label that ends in a month, of which the person is reminded by mail.</summary>
    private static async Task RemindAsync(App app)
    {
        await app.WithAsync(
            async (LabellingDbContext db) =>
            {
                var (expiresOn, epnId) = (app.Clock.Today.AddDays(30), await db.Epns.Select(e => e.Id).SingleAsync());
                var startsOn = expiresOn.AddDays(1).AddMonths(-36);
                var label = Label.Grant(1, epnId, startsOn, startsOn, 36, "Nadège K.", "nadege@econum.example");
                label.ExpiresOn = expiresOn;
                db.Labels.Add(label);
                await db.SaveChangesAsync();
            }
        );
        await app.RunJobAsync("label-renewal-reminders");
        await app.DispatchAsync();
        await app.RunJobAsync("mail-delivery");
        await app.DispatchAsync();
    }

    private static async Task EraseAsync(App app)
    {
        var id = await app.SendAsync(
            new ListErasures.Command
            {
                Email = Email,
                Name = Name,
                Words = "Par téléphone",
            }
        );
        await app.SendAsync(
            new DecideErasure.Command
            {
                Id = id,
                IsGranted = true,
                Typed = AskForErasure.Confirmation,
            }
        );
        await app.RunJobAsync(ErasePeopleJob.JobId);
        await app.DispatchAsync();
        await app.RunJobAsync(ErasePeopleJob.JobId);
    }
}
