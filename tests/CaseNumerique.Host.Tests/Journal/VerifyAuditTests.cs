using CaseNumerique.Platform.Audit;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using NUnit.Framework;

namespace CaseNumerique.Host.Tests.Journal;

internal sealed class VerifyAuditTests
{
    [Test]
    public async Task A_whole_chain_gives_its_length_and_its_head()
    {
        await using var app = await App.StartAsync();
        var lines = await Journals.WriteAsync(app, 5);

        var answer = await Journals.VerifyAsync(app);

        Assert.That(
            answer,
            Is.EqualTo(
                (0, $"La chaîne est entière : {FrenchText.Count(lines.Count, "ligne")}. Tête : {lines[^1].Hash}")
            )
        );
    }

    [Test]
    public async Task A_chain_longer_than_one_batch_is_walked_to_its_end()
    {
        await using var app = await App.StartAsync();
        Journals.Execute(
            app,
            """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1200)
            INSERT INTO platform_AuditEntry (Id, At, Action, Title, Subject, SearchText, Outcome)
            SELECT printf('00000000-0000-0000-0000-%012d', i), '2026-11-23 21:00:00', 'a', 't', 's', 't s', 0 FROM n
            """
        );
        var lines = await Journals.SealAsync(app);

        Assert.That((await Journals.VerifyAsync(app)).Code, Is.Zero);
        Journals.Tamper(app, $"UPDATE platform_AuditEntry SET Subject = 'x' WHERE Sequence = {lines.Count - 1}");
        Assert.That(
            (await Journals.VerifyAsync(app)).Output,
            Does.StartWith($"La ligne n° {lines.Count - 1} a été altérée")
        );
    }

    [TestCase("UPDATE platform_AuditEntry SET Subject = 'x' WHERE Sequence = {0}", "La ligne n° {0} a été altérée")]
    [TestCase("UPDATE platform_AuditEntry SET ActorId = Id WHERE Sequence = {0}", "La ligne n° {0} a été altérée")]
    [TestCase(
        "UPDATE platform_AuditEntry SET At = '2020-01-01 00:00:00' WHERE Sequence = {0}",
        "La ligne n° {0} a été altérée"
    )]
    [TestCase("DELETE FROM platform_AuditEntry WHERE Sequence = {0}", "La ligne n° {0} manque")]
    [TestCase(
        "UPDATE platform_AuditDetail SET Json = '[]' WHERE EntryId = '{1}'",
        "Le détail de la ligne n° {0} a été altéré"
    )]
    [TestCase("DELETE FROM platform_AuditDetail WHERE EntryId = '{1}'", "Le détail de la ligne n° {0} manque")]
    public async Task The_first_line_that_is_not_as_written_is_named(string sql, string fault)
    {
        await using var app = await App.StartAsync();
        var line = (await Journals.WriteAsync(app, 5))[^3];

        Journals.Tamper(app, Fill(sql));

        var (code, output) = await Journals.VerifyAsync(app);
        Assert.That(code, Is.EqualTo(1));
        Assert.That(output, Does.StartWith(Fill(fault)));

        string Fill(string text) =>
            text.Replace("{0}", $"{line.Sequence}").Replace("{1}", $"{line.Id}".ToUpperInvariant());
    }

    [Test]
    public async Task Two_lines_that_changed_places_are_seen_at_the_first()
    {
        await using var app = await App.StartAsync();
        var lines = await Journals.WriteAsync(app, 5);
        var (first, second) = (lines[^4].Sequence, lines[^2].Sequence);

        Journals.Tamper(
            app,
            $"""
            UPDATE platform_AuditEntry SET Sequence = -1 WHERE Sequence = {first};
            UPDATE platform_AuditEntry SET Sequence = {first} WHERE Sequence = {second};
            UPDATE platform_AuditEntry SET Sequence = {second} WHERE Sequence = -1;
            """
        );

        Assert.That((await Journals.VerifyAsync(app)).Output, Does.StartWith($"La ligne n° {first} a été altérée"));
    }

    [Test]
    public async Task A_line_slipped_in_under_a_number_of_its_own_is_seen()
    {
        await using var app = await App.StartAsync();
        await Journals.WriteAsync(app, 3);

        Journals.Tamper(
            app,
            """
            INSERT INTO platform_AuditEntry (Id, At, Action, Title, Subject, SearchText, Outcome, Sequence, PreviousHash, Hash)
            SELECT '00000000-0000-0000-0000-000000000001', At, Action, Title, Subject, SearchText, Outcome, 0, PreviousHash, Hash
            FROM platform_AuditEntry WHERE Sequence = 1
            """
        );

        Assert.That((await Journals.VerifyAsync(app)).Output, Does.StartWith("La ligne n° 0 est en trop"));
    }

    [Test]
    public async Task A_line_rewritten_with_a_hash_that_fits_it_is_betrayed_by_the_next()
    {
        await using var app = await App.StartAsync();
        var line = (await Journals.WriteAsync(app, 5))[^3];
        var forged = Rewritten(line);

        Journals.Tamper(
            app,
            $"UPDATE platform_AuditEntry SET Subject = '{forged.Subject}', Hash = '{forged.Hash}' WHERE Sequence = {line.Sequence}"
        );

        Assert.That(
            (await Journals.VerifyAsync(app)).Output,
            Does.StartWith($"La ligne n° {line.Sequence} a été réécrite")
        );
    }

    [Test]
    public async Task A_last_line_rewritten_or_taken_away_is_betrayed_by_a_head_noted_elsewhere()
    {
        await using var app = await App.StartAsync();
        var last = (await Journals.WriteAsync(app, 3))[^1];
        Assert.That((await Journals.VerifyAsync(app, ("--head", last.Hash!))).Code, Is.Zero);

        Journals.Tamper(app, $"DELETE FROM platform_AuditEntry WHERE Sequence = {last.Sequence}");

        Assert.That((await Journals.VerifyAsync(app)).Code, Is.Zero, "nothing follows that could tell");
        var (code, output) = await Journals.VerifyAsync(app, ("--head", last.Hash!));
        Assert.That(code, Is.EqualTo(1));
        Assert.That(output, Does.StartWith($"L’empreinte connue n’est plus dans la chaîne : {last.Hash}"));
    }

    [Test]
    public async Task An_erased_person_leaves_a_whole_chain_that_tells_of_the_erasure()
    {
        await using var app = await App.StartAsync();
        await Journals.WriteAsync(app, 3);
        await app.SendAsync(Given.LesBanians);
        await Journals.SealAsync(app);

        var erased = await app.WithAsync(
            (AuditEraser eraser) =>
                eraser.ForgetAsync(
                    new(null, "Marie-Rose@banians.example", "Marie-Rose T."),
                    "Personne effacée 7F3A",
                    default
                )
        );

        var lines = await app.JournalAsync();
        Assert.That(erased, Is.EqualTo(1));
        Assert.That(
            lines.Select(l => l.Changes),
            Has.None.Contain("marie-rose@banians.example").And.None.Contain("Marie-Rose")
        );
        Assert.That((await Journals.VerifyAsync(app)).Code, Is.Zero, "before it is sealed");
        await Journals.SealAsync(app);
        Assert.That((await Journals.VerifyAsync(app)).Code, Is.Zero, "and after");
        Assert.That(await app.JournalAsync("personal-data.erased"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Details_past_their_period_leave_a_whole_chain()
    {
        await using var app = await App.StartAsync();
        await Journals.WriteAsync(app, 3);
        app.Clock.Advance(TimeSpan.FromDays(400));
        await Journals.WriteAsync(app, 2);
        var limit = app.Clock.UtcNow.AddDays(-365);

        var counted = await app.WithAsync((AuditEraser eraser) => eraser.CountOlderAsync(limit, default));
        var erased = await app.WithAsync((AuditEraser eraser) => eraser.ForgetOlderAsync(limit, default));

        var lines = await app.JournalAsync("test.written");
        Assert.That(counted, Is.EqualTo(erased).And.GreaterThanOrEqualTo(3));
        Assert.That(lines.Select(l => l.Changes == ""), Is.EqualTo(new[] { true, true, true, false, false }));
        await Journals.SealAsync(app);
        Assert.That((await Journals.VerifyAsync(app)).Code, Is.Zero);
    }

    private static AuditEntry Rewritten(AuditEntry line)
    {
        var forged = new AuditEntry
        {
            Id = line.Id,
            At = line.At,
            ActorId = line.ActorId,
            Action = line.Action,
            Title = line.Title,
            Subject = "x",
            SearchText = line.SearchText,
            Outcome = line.Outcome,
            FromHash = line.FromHash,
            ChangesHash = line.ChangesHash,
        };
        forged.Seal(line.Sequence!.Value, line.PreviousHash!);
        return forged;
    }
}
