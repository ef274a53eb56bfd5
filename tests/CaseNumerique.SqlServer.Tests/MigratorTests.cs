using CaseNumerique.Accounts.Access;
using CaseNumerique.Accounts.Data;
using CaseNumerique.Platform.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CaseNumerique.SqlServer.Tests;

public class MigratorTests
{
    private const string AbandonedLock = """
        CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
        INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-11-23 08:00:00');
        """;

    private TemporaryFile _file = null!;

    [SetUp]
    public void Make_a_file() => _file = new TemporaryFile();

    [TearDown]
    public void Delete_the_file() => _file.Dispose();

    [Test]
    public async Task An_empty_file_gets_the_tables_of_all_contexts()
    {
        await MigrateAsync(CancellationToken.None);

        foreach (var context in StoreContext.All)
        {
            await using var db = context.Open(_file.Database);
            Assert.That(await db.Database.GetAppliedMigrationsAsync(), Is.Not.Empty, context.Module);
            Assert.That(await db.Database.GetPendingMigrationsAsync(), Is.Empty, context.Module);
        }
    }

    [Test, CancelAfter(60_000)]
    public async Task A_lock_that_a_killed_migration_left_holds_nobody_up(CancellationToken cancellationToken)
    {
        _file.Execute(AbandonedLock);

        await MigrateAsync(cancellationToken);
        await MigrateAsync(cancellationToken);

        await using var db = StoreContext.All[0].Open(_file.Database);
        Assert.That(await db.Database.GetPendingMigrationsAsync(cancellationToken), Is.Empty);
    }

    /// <summary>The trap itself: on the day this fails, the migrator needs no care of its own any more.</summary>
    [Test]
    public async Task Without_the_migrator_such_a_lock_holds_up_for_ever()
    {
        _file.Execute(AbandonedLock);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(4));
        await using var db = StoreContext.All[0].Open(_file.Database);

        Assert.That(() => db.Database.MigrateAsync(patience.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test, CancelAfter(120_000)]
    public async Task Two_hosts_that_start_together_migrate_in_turn(CancellationToken cancellationToken)
    {
        await Task.WhenAll(
            Task.Run(() => MigrateAsync(cancellationToken), cancellationToken),
            Task.Run(() => MigrateAsync(cancellationToken), cancellationToken)
        );

        await using var db = StoreContext.All[^1].Open(_file.Database);
        Assert.That(await db.Database.GetPendingMigrationsAsync(cancellationToken), Is.Empty);
    }

    private async Task MigrateAsync(CancellationToken cancellationToken)
    {
        var database = _file.Database;
        var services = new ServiceCollection();
        services.AddScoped(_ => (AccountsDbContext)StoreContext.Of(typeof(AccountsDbContext)).Open(database));
        foreach (var context in StoreContext.All.Where(c => c.Type.IsAssignableTo(typeof(ModuleDbContext))))
        {
            services.AddScoped(_ => (ModuleDbContext)context.Open(database));
        }

        await using var provider = services.BuildServiceProvider();
        var scopes = provider.GetRequiredService<IServiceScopeFactory>();
        var migrator = new DatabaseMigrator(scopes, database, NullLogger<DatabaseMigrator>.Instance);
        await migrator.MigrateAsync(cancellationToken);
    }
}
