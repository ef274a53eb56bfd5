using CaseNumerique.SharedKernel;
using Microsoft.Data.Sqlite;

namespace CaseNumerique.SqlServer.Tests;

/// <summary>An SQLite file of one test's own.</summary>
internal sealed class TemporaryFile : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("case-numerique-");

    public Database Database =>
        new(DatabaseProvider.Sqlite, $"Data Source={Path.Combine(_folder.FullName, "case.db")}");

    public void Execute(string sql)
    {
        using var connection = new SqliteConnection(Database.ConnectionString);
        connection.Open();
        using var command = new SqliteCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}
