using CaseNumerique.SharedKernel;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.SqlServer.Tests;

/// <summary>
/// What only a server can prove. The same tests run on SQLite, so that they are known to work before they meet a server.
/// </summary>
[TestFixture(DatabaseProvider.Sqlite)]
[TestFixture(DatabaseProvider.SqlServer, Category = "RealServer")]
public class ServerTests(DatabaseProvider provider)
{
    private const string Setting = "SQLSERVER_CONNECTION";
    private TemporaryFile? _file;
    private Database _database = null!;

    [OneTimeSetUp]
    public async Task Migrate_a_new_database()
    {
        if (provider is DatabaseProvider.Sqlite)
        {
            _file = new TemporaryFile();
            _database = _file.Database;
        }
        else if (Environment.GetEnvironmentVariable(Setting) is { Length: > 0 } connection)
        {
            var name = $"CaseNumerique_Test_{Guid.CreateVersion7():N}";
            var own = new SqlConnectionStringBuilder(connection) { InitialCatalog = name };
            _database = new Database(DatabaseProvider.SqlServer, own.ConnectionString);
        }
        else
        {
            Assert.Ignore($"Skipped: there is no SQL Server here. Set {Setting} to run these tests on one.");
        }

        foreach (var context in StoreContext.All)
        {
            await using var db = Open(context);
            await db.Database.MigrateAsync();
        }
    }

    [OneTimeTearDown]
    public async Task Drop_the_database()
    {
        if (_database is { Provider: DatabaseProvider.SqlServer })
        {
            await using var db = StoreContext.All[0].Open(_database);
            await db.Database.EnsureDeletedAsync();
        }

        _file?.Dispose();
    }

    [TestCaseSource(typeof(EntitySample), nameof(EntitySample.All))]
    public async Task A_row_is_read_as_it_was_written(StoreContext context, string entityType)
    {
        await using var db = Open(context);
        var type = db.Model.FindEntityType(entityType)!;
        var written = EntitySample.Insert(db, type);

        await using var later = Open(context);
        var key = type.FindPrimaryKey()!.Properties.Select(p => written.Property(p.Name).CurrentValue).ToArray();
        var read = later.Entry((await later.FindAsync(type.ClrType, key))!);

        foreach (var property in written.Properties)
        {
            Assert.That(read.Property(property.Metadata.Name).CurrentValue, Is.EqualTo(property.CurrentValue));
        }
    }

    [TestCaseSource(nameof(Modules))]
    public async Task A_taken_key_is_known_as_a_duplicate(StoreContext module)
    {
        async Task HandleAsync()
        {
            await using var db = (ModuleDbContext)Open(module);
            db.Inbox.Add(
                new()
                {
                    Publisher = "x",
                    MessageId = 7,
                    Handler = "y",
                    HandledAt = DateTime.UnixEpoch,
                }
            );
            await db.SaveChangesAsync();
        }

        await HandleAsync();

        Assert.That(
            HandleAsync,
            Throws.InstanceOf<DbUpdateException>().With.Matches<DbUpdateException>(e => e.IsDuplicate())
        );
    }

    [TestCaseSource(nameof(Modules))]
    public async Task A_taken_place_in_a_unique_index_is_known_as_a_duplicate(StoreContext module)
    {
        await using var db = (ModuleDbContext)Open(module);
        var message = new OutboxMessage
        {
            Type = "x",
            Payload = "{}",
            AggregateId = Guid.CreateVersion7(),
        };
        db.Add(message);
        await db.SaveChangesAsync();

        async Task AddressAsync()
        {
            db.ChangeTracker.Clear();
            db.Add(
                new OutboxDelivery
                {
                    MessageId = message.Id,
                    Handler = "y",
                    AggregateId = message.AggregateId,
                }
            );
            await db.SaveChangesAsync();
        }

        await AddressAsync();

        Assert.That(
            AddressAsync,
            Throws.InstanceOf<DbUpdateException>().With.Matches<DbUpdateException>(e => e.IsDuplicate())
        );
    }

    [TestCaseSource(nameof(Modules))]
    public async Task A_row_without_its_parent_is_no_duplicate(StoreContext module)
    {
        await using var db = (ModuleDbContext)Open(module);
        db.Add(
            new OutboxDelivery
            {
                MessageId = -1,
                Handler = "y",
                AggregateId = Guid.CreateVersion7(),
            }
        );

        Assert.That(
            () => db.SaveChangesAsync(),
            Throws.InstanceOf<DbUpdateException>().With.Matches<DbUpdateException>(e => !e.IsDuplicate())
        );
    }

    private DbContext Open(StoreContext context) =>
        provider is DatabaseProvider.Sqlite ? context.Open(_database, StoreContext.Shadow) : context.Open(_database);

    private static IEnumerable<StoreContext> Modules() =>
        StoreContext.All.Where(c => c.Type.IsAssignableTo(typeof(ModuleDbContext)));
}
