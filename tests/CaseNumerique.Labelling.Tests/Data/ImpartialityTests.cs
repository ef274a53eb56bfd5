using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Data;

public class ImpartialityTests
{
    private static readonly Guid _own = Guid.NewGuid();
    private static readonly Guid _absent = Guid.NewGuid();

    [Test]
    public async Task A_stake_of_the_person_one_stands_in_for_counts()
    {
        await using var app = await StartAsync();

        Assert.That(await ReasonAsync(app, new([_own])), Is.Null);
        Assert.That(await ReasonAsync(app, new([_own, _absent])), Does.StartWith("Un intérêt est déclaré"));
    }

    [Test]
    public async Task So_does_the_space_one_acts_for()
    {
        await using var app = await StartAsync();

        Assert.That(await ReasonAsync(app, new([_own], Guid.NewGuid())), Is.Null);
        Assert.That(await ReasonAsync(app, new([_own], Given.EpnId)), Does.StartWith("Vous agissez pour l’espace"));
    }

    private static Task<string?> ReasonAsync(App app, Somebody user) =>
        app.WithAsync((LabellingDbContext db) => new Impartiality(db, user).ReasonAgainstAsync(Given.EpnId, default));

    private static async Task<App> StartAsync()
    {
        var app = await App.StartAsync();
        await app.LesBaniansAsync();
        await app.WithAsync(
            (LabellingDbContext db) =>
            {
                db.Add(
                    new ConflictOfInterest
                    {
                        AccountId = _absent,
                        PersonName = "Odile P.",
                        EpnId = Given.EpnId,
                        Reason = "Élue de la commune",
                        DeclaredAt = app.Clock.UtcNow,
                    }
                );
                return db.SaveChangesAsync();
            }
        );
        return app;
    }

    private sealed class Somebody(Guid[] answerableIds, params Guid[] epnIds) : ICurrentUser
    {
        public Guid? Id => answerableIds[0];

        public string Name => "Somebody";

        public string? Email => null;

        public IReadOnlyCollection<Guid> AnswerableIds => answerableIds;

        public IReadOnlyCollection<Guid> EpnIds => epnIds;
    }
}
