using CaseNumerique.TestKit;
using Microsoft.Data.Sqlite;

namespace CaseNumerique.Host.Tests.Journal;

/// <summary>What somebody does who has the file of the database in hand.</summary>
internal static class Journals
{
    public static void Execute(App app, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={app.DatabaseFile}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
