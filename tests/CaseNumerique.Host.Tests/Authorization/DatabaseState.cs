using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace CaseNumerique.Host.Tests.Authorization;

/// <summary>A copy of the database as it was: whether it has changed since, and the way back.</summary>
internal sealed class DatabaseState : IDisposable
{
    /// <summary>What a refusal may leave behind: the journal that records it, and the count of failed tries.</summary>
    private static readonly string[] _traces =
    [
        "platform_AuditEntry",
        "platform_AuditDetail",
        "accounts_SignInThrottle",
    ];

    private readonly SqliteConnection _live;
    private readonly SqliteConnection _copy = new("Data Source=:memory:");
    private readonly string _checksum;
    private long _version;

    public DatabaseState(string file)
    {
        _live = new SqliteConnection($"Data Source={file};Pooling=false");
        _live.Open();
        _copy.Open();
        _live.BackupDatabase(_copy);
        _checksum = Checksum();
        _version = Version();
    }

    /// <summary>Whether anything is written otherwise than it was, the traces of refusals apart; then as it was again.</summary>
    public bool HasChanged()
    {
        // SQLite's own count of commits: it stands still for nearly every request, and costs nothing.
        if (Version() == _version)
        {
            return false;
        }

        var hasChanged = Checksum() != _checksum;
        _copy.BackupDatabase(_live);
        _version = Version();
        return hasChanged;
    }

    public void Dispose()
    {
        _live.Dispose();
        _copy.Dispose();
    }

    private long Version() => Read("PRAGMA data_version", row => row.GetInt64(0)).Single();

    private string Checksum()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var tables = Read("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name", row => row.GetString(0));
        foreach (var table in tables.Except(_traces))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(table));
            foreach (var row in Read($"SELECT * FROM \"{table}\"", Text))
            {
                hash.AppendData(Encoding.UTF8.GetBytes(row));
            }
        }

        return Convert.ToHexString(hash.GetCurrentHash());
    }

    private static string Text(SqliteDataReader row) =>
        string.Join(
            '\u001F',
            Enumerable
                .Range(0, row.FieldCount)
                .Where(i => row.GetName(i) != "LastSeenAt")
                .Select(i => row.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : $"{row.GetValue(i)}")
        ) + '\u001E';

    private List<T> Read<T>(string sql, Func<SqliteDataReader, T> read)
    {
        using var command = _live.CreateCommand();
        command.CommandText = sql;
        using var rows = command.ExecuteReader();
        List<T> all = [];
        while (rows.Read())
        {
            all.Add(read(rows));
        }

        return all;
    }
}
