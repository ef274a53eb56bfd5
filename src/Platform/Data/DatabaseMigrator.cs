using CaseNumerique.SharedKernel;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CaseNumerique.Platform.Data;

/// <summary>Brings the tables of all modules up to date, one process at a time.</summary>
/// <remarks>
/// On SQL Server, EF's own lock serves. On SQLite that lock is a row, which a process killed during a migration leaves behind
/// and every later one waits for without end (dotnet/efcore#38958): here a lock of the operating system, which ends with the
/// process, comes first, and under it a row left behind is known to be nobody's.
/// </remarks>
internal sealed partial class DatabaseMigrator(
    IServiceScopeFactory scopes,
    Database database,
    ILogger<DatabaseMigrator> logger
)
{
    /// <summary>The first release without the WAL-reset bug, which loses commits when two connections write.</summary>
    private static readonly Version _firstSoundSqlite = new(3, 51, 3);

    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        if (database.Provider is DatabaseProvider.SqlServer)
        {
            await MigrateModulesAsync(cancellationToken);
            return;
        }

        var file = new SqliteConnectionStringBuilder(database.ConnectionString).DataSource;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        await using var alone = await OnlyOneAsync(file + ".migrating", cancellationToken);
        await using (var connection = new SqliteConnection(database.ConnectionString))
        {
            await connection.OpenAsync(cancellationToken);
            RefuseUnsound(connection.ServerVersion);
            await ExecuteAsync(connection, "PRAGMA journal_mode = WAL", cancellationToken);
            await ForgetAbandonedLockAsync(connection, cancellationToken);
        }

        await MigrateModulesAsync(cancellationToken);
    }

    /// <exception cref="InvalidOperationException">The SQLite build can lose commits.</exception>
    internal static void RefuseUnsound(string version)
    {
        if (Version.Parse(version) < _firstSoundSqlite)
        {
            throw new InvalidOperationException(
                $"SQLite {version} can lose commits (WAL-reset bug): {_firstSoundSqlite} or later is needed."
            );
        }
    }

    private async Task MigrateModulesAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        foreach (var db in scope.ServiceProvider.GetServices<ModuleDbContext>())
        {
            var pending = await db.Database.GetPendingMigrationsAsync(cancellationToken);
            if (pending.Any())
            {
                LogMigrating(logger, db.GetType().Name);
                await db.Database.MigrateAsync(cancellationToken);
                CrashPoint.Reach("module-migrated");
            }
        }
    }

    private static async Task<FileStream> OnlyOneAsync(string lockFile, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(lockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(lockFile))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), cancellationToken);
            }
        }
    }

    private async Task ForgetAbandonedLockAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        const string find = "SELECT COUNT(*) FROM sqlite_master WHERE name = '__EFMigrationsLock'";
        if (await ScalarAsync(connection, find, cancellationToken) > 0)
        {
            var forgotten = await ExecuteAsync(connection, "DELETE FROM \"__EFMigrationsLock\"", cancellationToken);
            if (forgotten > 0)
            {
                LogAbandonedLock(logger);
            }
        }
    }

    private static async Task<int> ExecuteAsync(
        SqliteConnection connection,
        string sql,
        CancellationToken cancellationToken
    )
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<long> ScalarAsync(
        SqliteConnection connection,
        string sql,
        CancellationToken cancellationToken
    )
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    [LoggerMessage(LogLevel.Information, "Migrating {Context}")]
    private static partial void LogMigrating(ILogger logger, string context);

    [LoggerMessage(LogLevel.Warning, "A migration was killed earlier; its lock is removed")]
    private static partial void LogAbandonedLock(ILogger logger);
}
