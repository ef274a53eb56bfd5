using Microsoft.Data.Sqlite;

namespace CaseNumerique.Browser.Tests;

/// <summary>What the site has written, seen from outside.</summary>
internal static class Store
{
    /// <summary>How many rows each table holds.</summary>
    public static async Task<Dictionary<string, long>> CountRowsAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={Site.App.DatabaseFile};Mode=ReadOnly");
        await connection.OpenAsync();
        var tables = new List<string>();
        await using var list = connection.CreateCommand();
        list.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table'";
        await using (var names = await list.ExecuteReaderAsync())
        {
            while (await names.ReadAsync())
            {
                tables.Add(names.GetString(0));
            }
        }

        var counts = new Dictionary<string, long>();
        foreach (var table in tables)
        {
            await using var count = connection.CreateCommand();
            count.CommandText = $"SELECT COUNT(*) FROM \"{table}\"";
            counts[table] = (long)(await count.ExecuteScalarAsync())!;
        }

        return counts;
    }
}
