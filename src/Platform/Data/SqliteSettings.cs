using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CaseNumerique.Platform.Data;

/// <summary>
/// Every connection to SQLite waits for its turn and makes each commit durable; what is deleted is
/// overwritten, so that no erased name stands on in a free page. WAL itself is kept in the file
/// (<see cref="DatabaseMigrator"/>); write transactions are immediate, as Microsoft.Data.Sqlite begins them.
/// </summary>
internal sealed class SqliteSettings : DbConnectionInterceptor
{
    private const string Settings =
        "PRAGMA busy_timeout = 30000; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (connection is SqliteConnection)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Settings;
            command.ExecuteNonQuery();
        }
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        if (connection is SqliteConnection)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = Settings;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
