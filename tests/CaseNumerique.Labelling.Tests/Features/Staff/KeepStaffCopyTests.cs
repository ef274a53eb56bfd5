using CaseNumerique.Contracts.Accounts;
using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Staff;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Staff;

internal sealed class KeepStaffCopyTests
{
    private static readonly Guid _id = new("01990000-0000-7000-8000-00000000cccc");

    [Test]
    public async Task A_person_of_EcoNum_is_known_with_their_roles()
    {
        await using var app = await App.StartAsync();
        await app.BrowserAsync(Roles.Agent);
        await app.BrowserAsync(Roles.Manager, Given.EpnId);
        await app.DispatchAsync();

        var member = await app.WithAsync((LabellingDbContext db) => db.Staff.SingleAsync());

        Assert.Multiple(() =>
        {
            Assert.That(member.Email, Is.EqualTo("agent@test.example"));
            Assert.That(member.IsAgent && member.IsOpen);
            Assert.That(member.IsAdministrator || member.IsCommittee, Is.False);
        });
    }

    [Test]
    public async Task What_comes_twice_or_late_changes_nothing()
    {
        await using var app = await App.StartAsync();
        var first = new StaffChanged(_id, 3, "Nadège K.", "nadege@econum.example", [Roles.Agent], true);

        await HearAsync(app, first, first, first with { Revision = 2, Name = "Trop tard" });

        var member = await app.WithAsync((LabellingDbContext db) => db.Staff.SingleAsync());
        Assert.That(member.Name, Is.EqualTo("Nadège K."));
    }

    [Test]
    public async Task Who_leaves_stays_known_without_a_role()
    {
        await using var app = await App.StartAsync();

        await HearAsync(
            app,
            new StaffChanged(_id, 3, "Nadège K.", "nadege@econum.example", [Roles.Agent, Roles.Committee], true),
            new StaffChanged(_id, 4, "Nadège Kili", "nadege@econum.example", [], false)
        );

        var member = await app.WithAsync((LabellingDbContext db) => db.Staff.SingleAsync());
        Assert.That(member.Name, Is.EqualTo("Nadège Kili"));
        Assert.That(member.IsAgent || member.IsCommittee || member.IsOpen, Is.False);
    }

    [Test]
    public async Task Somebody_unknown_without_a_role_stays_unknown()
    {
        await using var app = await App.StartAsync();

        await HearAsync(app, new StaffChanged(_id, 3, "Personne effacée", "x@efface.invalid", [], false));

        Assert.That(await app.WithAsync((LabellingDbContext db) => db.Staff.AnyAsync()), Is.False);
    }

    private static async Task HearAsync(App app, params StaffChanged[] notifications)
    {
        foreach (var notification in notifications)
        {
            await app.WithAsync((LabellingDbContext db) => new KeepStaffCopy.Handler(db).Handle(notification, default));
        }
    }
}
