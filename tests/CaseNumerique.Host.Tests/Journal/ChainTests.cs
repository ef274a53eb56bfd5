using CaseNumerique.Platform.Audit;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace CaseNumerique.Host.Tests.Journal;

internal sealed class ChainTests
{
    [Test]
    public async Task Sealing_links_each_line_to_the_one_before_without_a_gap()
    {
        await using var app = await App.StartAsync();
        await app.SendAsync(Given.LesBanians);
        await app.RunJobAsync(AuditSealingJob.JobId);
        await app.SendAsync(Given.LesBanians with { Name = "Autre espace" });

        await app.RunJobAsync(AuditSealingJob.JobId);

        var lines = (await app.JournalAsync()).Select(l => l.Entry).OrderBy(e => e.Sequence).ToList();
        Assert.That(lines.Select(e => e.Sequence), Is.EqualTo(Enumerable.Range(1, lines.Count)));
        Assert.That(
            lines.Select(e => e.PreviousHash),
            Is.EqualTo(lines.Select(e => e.Hash).Prepend(AuditEntry.NoHash).SkipLast(1))
        );
        Assert.That(lines.Select(e => e.Hash), Is.EqualTo(lines.Select(e => e.ComputeHash())));
    }

    [Test]
    public async Task Hosts_that_seal_at_the_same_moment_make_one_chain()
    {
        await using var app = await App.StartAsync();
        await using var other = app.Twin();
        var sealers = new[] { app, other }.Select(a => a.Services.GetRequiredService<AuditSealer>()).ToList();
        var journal = app.Services.GetRequiredService<IAuditJournal>();

        await Task.WhenAll(
            Enumerable
                .Range(0, 40)
                .Select(async n =>
                {
                    await journal.RecordAsync(new AuditFact("test.written", "Essai", $"{n}"), default);
                    await sealers[n % 2].SealAsync(default);
                })
        );

        var lines = (await app.JournalAsync()).Select(l => l.Entry).OrderBy(e => e.Sequence).ToList();
        Assert.That(lines.Select(e => e.Sequence), Is.EqualTo(Enumerable.Range(1, lines.Count)));
        Assert.That(lines.Count(e => e.Action == "test.written"), Is.EqualTo(40));
        Assert.That(
            lines.Select(e => e.PreviousHash),
            Is.EqualTo(lines.Select(e => e.Hash).Prepend(AuditEntry.NoHash).SkipLast(1))
        );
    }

    [TestCase("UPDATE platform_AuditEntry SET Subject = 'x'")]
    [TestCase("UPDATE platform_AuditEntry SET Hash = 'x'")]
    [TestCase("UPDATE platform_AuditEntry SET Sequence = NULL")]
    [TestCase("DELETE FROM platform_AuditEntry")]
    [TestCase("UPDATE platform_AuditDetail SET Json = '[]'")]
    public async Task The_database_itself_refuses_to_alter_a_line(string sql)
    {
        await using var app = await App.StartAsync();
        await app.SendAsync(Given.LesBanians);
        await app.RunJobAsync(AuditSealingJob.JobId);

        Assert.That(() => Journals.Execute(app, sql), Refused);
    }

    [TestCase("UPDATE platform_AuditEntry SET Subject = 'x'")]
    [TestCase("DELETE FROM platform_AuditEntry")]
    public async Task A_line_that_waits_for_its_seal_is_as_safe(string sql)
    {
        await using var app = await App.StartAsync();
        await app.SendAsync(Given.LesBanians);

        Assert.That(() => Journals.Execute(app, sql), Refused);
    }

    private static NUnit.Framework.Constraints.IResolveConstraint Refused =>
        Throws.InstanceOf<SqliteException>().With.Message.Contains(AuditTriggers.Refusal);
}
