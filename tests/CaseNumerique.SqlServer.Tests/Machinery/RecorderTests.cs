using CaseNumerique.SqlServer.Tests.Sample;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.SqlServer.Tests.Machinery;

public class RecorderTests
{
    private StatementCheck _check = null!;

    [OneTimeSetUp]
    public void Load_the_tables() => _check = new StatementCheck(() => [LibraryDbContext.CreateScript()]);

    [OneTimeTearDown]
    public void Unload_the_tables() => _check.Dispose();

    [Test]
    public async Task Saves_and_set_based_writes_are_recorded_and_sound()
    {
        var recorder = new Recorder();
        await using var db = LibraryDbContext.OnSqlServer(recorder);
        var book = new Book
        {
            Title = "Nouvelles de la Grande Terre",
            Chapters =
            {
                new() { Name = "Un" },
                new() { Name = "Deux" },
            },
        };
        db.Add(book);
        await db.SaveChangesAsync();
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            book.Title = "Nouvelles des Loyauté";
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        }

        db.Remove(book);
        await db.SaveChangesAsync();
        await db
            .Books.Where(b => b.IsLent)
            .ExecuteUpdateAsync(set => set.SetProperty(b => b.Price, b => b.Price + 100));
        await db.Books.Where(b => b.IsLent).ExecuteDeleteAsync();

        Assert.That(recorder.Commands.Select(c => c.Sql), Has.Some.Contains("MERGE [library].[Chapter]"));
        Assert.That(recorder.Commands, Has.Count.GreaterThanOrEqualTo(5));
        Assert.That(recorder.Commands.SelectMany(_check.Faults), Is.Empty);
    }

    [TestCase("[Title]", "[Titre]")]
    [TestCase("[library].[Book]", "[library].[Tome]")]
    [TestCase("@p0", "@p99")]
    [TestCase("INSERT INTO", "INSERT OR IGNORE INTO")]
    public async Task A_planted_fault_is_reported(string sound, string planted)
    {
        var recorder = new Recorder();
        await using var db = LibraryDbContext.OnSqlServer(recorder);
        db.Add(new Book { Title = "Nouvelles de la Grande Terre" });
        await db.SaveChangesAsync();
        var command = recorder.Commands.Single();

        Assert.That(_check.Faults(command), Is.Empty);
        Assert.That(_check.Faults(command with { Sql = command.Sql.Replace(sound, planted) }), Is.Not.Empty);
    }

    [Test]
    public void A_statement_is_looked_at_once()
    {
        var before = _check.Seen;
        var command = new RecordedCommand("SELECT [Id] FROM [library].[Book]", []);

        _check.Faults(command);
        _check.Faults(command);

        Assert.That(_check.Seen, Is.EqualTo(before + 1));
    }
}
