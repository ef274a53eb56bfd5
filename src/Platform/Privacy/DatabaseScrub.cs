using CaseNumerique.SharedKernel;
using Microsoft.Data.Sqlite;

namespace CaseNumerique.Platform.Privacy;

/// <summary>Leaves no byte of what was deleted in the files of SQLite: pages are written anew, and the log is emptied.</summary>
/// <remarks>On SQL Server the pages are the server's own to clean; its backups age by their own rule.</remarks>
internal sealed class DatabaseScrub(Database database)
{
    /// <returns>What it waits for, in French; null when it is done.</returns>
    public async Task<string?> RunAsync(CancellationToken cancellationToken)
    {
        if (database.Provider is not DatabaseProvider.Sqlite)
        {
            return null;
        }

        await using var connection = new SqliteConnection(database.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await ExecuteAsync("PRAGMA busy_timeout = 30000; PRAGMA secure_delete = ON; VACUUM;");
        await using var checkpoint = connection.CreateCommand();
        checkpoint.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        // Its first column says whether somebody was still reading.
        return (long)(await checkpoint.ExecuteScalarAsync(cancellationToken))! == 0
            ? null
            : "La base est en cours de lecture\u00A0: nouvel essai dans quelques minutes.";

        async Task ExecuteAsync(string sql)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
