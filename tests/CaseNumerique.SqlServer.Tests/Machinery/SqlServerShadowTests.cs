using CaseNumerique.SharedKernel;
using CaseNumerique.SqlServer.Tests.Sample;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.SqlServer.Tests.Machinery;

public class SqlServerShadowTests
{
    private const string InMemory = "Data Source=shadow;Mode=Memory;Cache=Shared";
    private StatementCheck _check = null!;
    private SqlServerShadow _shadow = null!;
    private SqliteConnection _alive = null!;
    private LibraryDbContext _db = null!;

    [OneTimeSetUp]
    public void Open()
    {
        _check = new StatementCheck(() => [LibraryDbContext.CreateScript()]);
        _shadow = new SqlServerShadow((_, interceptors) => Twin(interceptors), _check);
        _alive = new SqliteConnection(InMemory);
        _alive.Open();
        _db = new(new Database(DatabaseProvider.Sqlite, InMemory).OptionsFor<LibraryDbContext>("library", _shadow));
        _db.Database.EnsureCreated();
        _db.Add(
            new Book
            {
                Title = "Nouvelles de la Grande Terre",
                Chapters =
                {
                    new() { Name = "Un", Pages = 10 },
                },
            }
        );
        _db.SaveChanges();
    }

    [OneTimeTearDown]
    public void Close()
    {
        _db.Dispose();
        _alive.Dispose();
        _check.Dispose();
    }

    [Test]
    public async Task Queries_of_every_kind_are_translated_and_sound()
    {
        var queries = _shadow.Queries;
        var today = new DateOnly(2026, 11, 24);
        Guid[] ids = [Guid.CreateVersion7(), Guid.CreateVersion7()];
        var words = new HashSet<string> { "un", "deux" };
        Genre? genre = null;

        await _db.FindAsync<Book>(Guid.CreateVersion7());
        await _db
            .Books.Where(b => b.Genre == genre && b.PublishedOn < today)
            .OrderBy(b => b.Title)
            .Skip(2)
            .Take(3)
            .ToListAsync();
        await _db.Books.Where(b => ids.Contains(b.Id) || words.Contains(b.Title)).CountAsync();
        await _db.Books.FirstOrDefaultAsync(b => EF.Functions.Like(b.Title, "%x%"));
        await _db.Books.AnyAsync(b => b.Chapters.Any(c => c.Pages > 1));
        await _db
            .Books.GroupBy(b => b.Genre)
            .Select(g => new
            {
                g.Key,
                Count = g.Count(),
                Sum = g.Sum(b => b.Price),
            })
            .ToListAsync();
        await _db.Books.Include(b => b.Chapters).AsNoTracking().ToListAsync();
        await _db.Books.Include(b => b.Chapters).AsSplitQuery().ToListAsync();
        await _db
            .Books.Select(b => new
            {
                b.Title,
                First = b.Chapters.OrderBy(c => c.Id).Select(c => c.Name).FirstOrDefault(),
            })
            .ToListAsync();
        await _db.Books.Select(b => b.Title).Union(_db.Set<Chapter>().Select(c => c.Name)).ToListAsync();
        await _db
            .Books.Where(b => b.Id == ids[0])
            .ExecuteUpdateAsync(set =>
                set.SetProperty(b => b.Title, "y")
                    .SetProperty(b => b.Subtitle, (string?)null)
                    .SetProperty(b => b.AddedAt, DateTime.UtcNow)
            );
        await _db.Books.Where(b => b.Id == ids[0]).ExecuteDeleteAsync();

        Assert.That(_shadow.Queries, Is.EqualTo(queries + 12));
    }

    [TestCase("Find", "[b].[Id] = @", 1)]
    [TestCase("Split", "INNER JOIN", 2)]
    public async Task A_query_keeps_its_shape(string kind, string expected, int commands)
    {
        List<RecordedCommand> seen = [];
        var shadow = new SqlServerShadow((_, interceptors) => Twin(interceptors), _check) { Seen = seen.Add };
        await using var db = Sqlite(shadow);

        _ =
            kind == "Find"
                ? await db.FindAsync<Book>(Guid.CreateVersion7())
                : (object?)await db.Books.Include(b => b.Chapters).AsSplitQuery().ToListAsync();

        Assert.That(seen, Has.Count.EqualTo(commands));
        Assert.That(seen[^1].Sql, Does.Contain(expected));
    }

    [Test]
    public void A_function_that_only_SQLite_has_is_reported()
    {
        var refusal = Assert.ThrowsAsync<SqlServerRefusalException>(() =>
            _db.Books.Where(b => EF.Functions.Glob(b.Title, "N*")).ToListAsync()
        );

        Assert.That(refusal.Message, Does.Contain("LibraryDbContext").And.Contains("Glob"));
        Assert.That(_shadow.Refusals, Has.Member(refusal));
    }

    [Test]
    public void Hand_written_SQL_with_a_name_that_only_SQLite_has_is_reported()
    {
        var title = "x";

        var refusal = Assert.ThrowsAsync<SqlServerRefusalException>(() =>
            _db.Books.FromSql($"SELECT * FROM library_Book WHERE Title = {title}").ToListAsync()
        );

        Assert.That(refusal.Message, Does.Contain("library_Book"));
    }

    [Test]
    public async Task A_context_whose_tables_are_not_in_the_model_is_reported()
    {
        using var empty = new StatementCheck(() => ["CREATE SCHEMA [library];"]);
        var shadow = new SqlServerShadow((_, interceptors) => Twin(interceptors), empty);
        await using var db = Sqlite(shadow);

        var refusal = Assert.ThrowsAsync<SqlServerRefusalException>(() => db.Books.CountAsync());

        Assert.That(refusal.Faults, Has.Some.Contains("[library].[Book]"));
    }

    [Test]
    public async Task Queries_from_many_threads_are_checked()
    {
        await Parallel.ForAsync(
            0,
            8,
            async (number, cancellationToken) =>
            {
                await using var db = Sqlite(_shadow);
                IQueryable<Book> query = db.Books;
                for (var i = 0; i < number; i++)
                {
                    query = query.Where(b => !b.IsLent);
                }

                await query.ToListAsync(cancellationToken);
            }
        );
    }

    private static LibraryDbContext Sqlite(SqlServerShadow shadow) =>
        new(new Database(DatabaseProvider.Sqlite, InMemory).OptionsFor<LibraryDbContext>("library", shadow));

    private static LibraryDbContext Twin(Microsoft.EntityFrameworkCore.Diagnostics.IInterceptor[] interceptors) =>
        new(
            new Database(DatabaseProvider.SqlServer, "Server=nowhere").OptionsFor<LibraryDbContext>(
                "library",
                interceptors
            )
        );
}
