using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.PersonalData;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.PersonalData;

public class LabellingPersonalDataTests
{
    private const string Pseudonym = "Personne effacée 7F3A";

    [Test]
    public async Task What_a_person_to_remind_may_read_is_gone_after_the_erasure()
    {
        await using var app = await StartAsync();
        var person = new PersonKey(null, Given.ManagerEmail.ToUpperInvariant(), "Hélène W.");

        var before = await ReadAsync(app, person);
        await EraseAsync(app, person);

        Assert.That(before.Select(r => r.Kind).Distinct(), Is.EqualTo(new[] { "Personne à rappeler", "Rappel" }));
        Assert.That(before.SelectMany(r => r.Facts).Select(f => f.Value), Does.Contain(Given.ManagerEmail));
        Assert.That(await ReadAsync(app, person), Is.Empty);
        Assert.That(await TextsAsync(app), Has.None.Contains(Given.ManagerEmail).And.None.Contains("Hélène W."));
        Assert.That(await TextsAsync(app), Has.Some.Contains(Given.FacilitatorEmail));
    }

    [Test]
    public async Task What_a_person_has_done_stays_under_a_pseudonym()
    {
        await using var app = await StartAsync();
        var agent = new Person("agent@test.example", Roles.Agent);
        var id = await agent.EnsureAsync(app);
        var browser = await app.BrowserAsync(agent);
        await browser.SubmitAsync(
            await browser.GetAsync("/gestion/labellisation/interets"),
            "main form",
            new() { ["Form.EpnId"] = (await OtherEpnAsync(app)).ToString(), ["Form.Reason"] = "Ma sœur y travaille" }
        );
        await browser.ProposeAsync();
        var person = new PersonKey(id, agent.Email, agent.Name);

        var before = await ReadAsync(app, person);
        await EraseAsync(app, person);

        Assert.That(
            before.Select(r => r.Kind),
            Is.EqualTo(new[] { "Acte sur un label", "Proposition", "Intérêt déclaré" })
        );
        Assert.That(
            await TextsAsync(app),
            Has.None.Contains(agent.Email).And.None.Contains(agent.Name).And.None.Contains("Ma sœur")
        );
        var history = await app.WithAsync((LabellingDbContext db) => db.LabelEvents.SingleAsync());
        Assert.That((history.By, history.Reason), Is.EqualTo((Pseudonym, "Local fermé")));
    }

    [Test]
    public async Task Who_follows_a_label_is_forgotten_too()
    {
        await using var app = await StartAsync();
        var person = new PersonKey(Guid.NewGuid(), "nadege@econum.example", "Nadège K.");

        await EraseAsync(app, person);

        var label = await app.WithAsync((LabellingDbContext db) => db.Labels.SingleAsync());
        Assert.That((label.AssessorName, label.AssessorEmail), Is.EqualTo((Pseudonym, (string?)null)));
    }

    private static async Task<App> StartAsync()
    {
        var app = await App.StartAsync();
        await app.LesBaniansAsync();
        await app.LabelEndingInAsync(90);
        await app.RunJobAsync("label-renewal-reminders");
        return app;
    }

    private static async Task<Guid> OtherEpnAsync(App app)
    {
        var id = Guid.NewGuid();
        await app.EpnAsync(id, "Les Kaoris");
        return id;
    }

    private static Task<IReadOnlyList<PersonalRecord>> ReadAsync(App app, PersonKey person) =>
        app.WithAsync((LabellingDbContext db) => new LabellingPersonalData(db).ReadAsync(person, default));

    private static Task EraseAsync(App app, PersonKey person) =>
        app.WithAsync((LabellingDbContext db) => new LabellingPersonalData(db).EraseAsync(person, Pseudonym, default));

    /// <summary>Every text in the module's own tables; its outbox is forgotten with time, and the journal is the platform's.</summary>
    private static Task<List<string>> TextsAsync(App app) =>
        app.WithAsync(
            async (LabellingDbContext db) =>
            {
                List<string> texts = [];
                IEnumerable<object>[] tables =
                [
                    await db.Contacts.AsNoTracking().ToListAsync(),
                    await db.Labels.AsNoTracking().ToListAsync(),
                    await db.LabelEvents.AsNoTracking().ToListAsync(),
                    await db.Reminders.AsNoTracking().ToListAsync(),
                    await db.ReminderRules.AsNoTracking().ToListAsync(),
                    await db.Proposals.AsNoTracking().ToListAsync(),
                    await db.ConflictsOfInterest.AsNoTracking().ToListAsync(),
                ];
                foreach (var row in tables.SelectMany(t => t))
                {
                    texts.AddRange(
                        row.GetType()
                            .GetProperties()
                            .Where(p => p.PropertyType == typeof(string))
                            .Select(p => p.GetValue(row) as string)
                            .OfType<string>()
                    );
                }

                return texts;
            }
        );
}
