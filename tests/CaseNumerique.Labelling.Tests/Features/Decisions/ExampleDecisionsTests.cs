using CaseNumerique.Labelling.Data;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Decisions;

internal sealed class ExampleDecisionsTests
{
    [Test]
    public async Task A_new_site_has_a_session_to_come_a_label_under_conditions_and_a_refusal()
    {
        await using var app = await App.StartAsync(new() { ["Demo:Seed"] = "true" });
        await app.DispatchAsync();

        await app.WithAsync(
            async (LabellingDbContext db) =>
            {
                var session = await db.CommitteeSessions.Include(s => s.Seats).Include(s => s.Items).SingleAsync();
                Assert.That(session.Items, Has.Count.EqualTo(2));
                Assert.That(session.Seats, Is.Not.Empty);
                Assert.That(session.HeldOn, Is.GreaterThan(app.Today));
                Assert.That(await db.Conditions.CountAsync(c => c.LiftedAt == null), Is.EqualTo(2));
                Assert.That(
                    await db.Applications.CountAsync(a => a.Status == ApplicationStatus.Refused),
                    Is.EqualTo(1)
                );
            }
        );
    }
}
