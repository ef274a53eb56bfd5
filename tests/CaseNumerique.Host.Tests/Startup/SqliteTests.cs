using CaseNumerique.Accounts.Access;
using CaseNumerique.Accounts.Data;
using CaseNumerique.Network.Data;
using CaseNumerique.Platform.Data;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace CaseNumerique.Host.Tests.Startup;

internal sealed class SqliteTests
{
    [Test]
    public async Task The_file_is_in_WAL_mode()
    {
        await using var app = await App.StartAsync();

        Assert.That(
            await app.WithAsync((NetworkDbContext db) => PragmaAsync<string>(db, "journal_mode")),
            Is.EqualTo("wal")
        );
    }

    /// <summary>More connections at once than the pool has idle, of a module and of the accounts.</summary>
    [TestCase("synchronous", 2)]
    [TestCase("foreign_keys", 1)]
    [TestCase("secure_delete", 1)]
    [TestCase("busy_timeout", 30_000)]
    public async Task Every_connection_is_set(string pragma, int value)
    {
        await using var app = await App.StartAsync();
        await using var scopes = new Scopes(app);

        for (var i = 0; i < 3; i++)
        {
            foreach (var db in new DbContext[] { scopes.Open<NetworkDbContext>(), scopes.Open<AccountsDbContext>() })
            {
                await db.Database.OpenConnectionAsync();
                Assert.That(await PragmaAsync<int>(db, pragma), Is.EqualTo(value));
            }
        }
    }

    [Test]
    public async Task A_connection_that_comes_back_from_the_pool_is_set_too()
    {
        await using var app = await App.StartAsync();
        await app.WithAsync((NetworkDbContext db) => db.Database.ExecuteSqlRawAsync("PRAGMA synchronous = OFF"));

        Assert.That(await app.WithAsync((NetworkDbContext db) => PragmaAsync<int>(db, "synchronous")), Is.EqualTo(2));
    }

    [TestCase("3.45.1")]
    [TestCase("3.51.2")]
    public void A_build_that_can_lose_commits_is_refused(string version) =>
        Assert.That(
            () => DatabaseMigrator.RefuseUnsound(version),
            Throws.InvalidOperationException.With.Message.Contains(version)
        );

    [TestCase("3.51.3")]
    [TestCase("3.52.0")]
    public void A_sound_build_is_taken(string version) =>
        Assert.That(() => DatabaseMigrator.RefuseUnsound(version), Throws.Nothing);

    /// <summary>A deferred transaction that reads first cannot write any more once another has written in between.</summary>
    [Test]
    public async Task Two_transactions_that_read_and_then_write_take_turns()
    {
        await using var app = await App.StartAsync();

        var writers = Enumerable.Range(0, 4).Select(i => ReadThenWriteAsync(app, $"Association {i}")).ToArray();
        await Task.WhenAll(writers);

        Assert.That(await app.WithAsync((NetworkDbContext db) => db.Operators.CountAsync()), Is.EqualTo(4));
    }

    private static Task ReadThenWriteAsync(App app, string name) =>
        Task.Run(() =>
            app.WithAsync(
                async (NetworkDbContext db) =>
                {
                    await using var transaction = await db.Database.BeginTransactionAsync();
                    await db.Operators.CountAsync();
                    await Task.Delay(50);
                    db.Add(new Operator { Name = name, Kind = OperatorKind.Association });
                    await db.SaveChangesAsync();
                    await transaction.CommitAsync();
                }
            )
        );

    private static async Task<T> PragmaAsync<T>(DbContext db, string name)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {name}";
        return (T)Convert.ChangeType((await command.ExecuteScalarAsync())!, typeof(T), null);
    }

    private sealed class Scopes(App app) : IAsyncDisposable
    {
        private readonly List<AsyncServiceScope> _open = [];

        public T Open<T>()
            where T : notnull
        {
            _open.Add(app.Services.CreateAsyncScope());
            return _open[^1].ServiceProvider.GetRequiredService<T>();
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var scope in _open)
            {
                await scope.DisposeAsync();
            }
        }
    }
}
