using CaseNumerique.Host.Tests.Commands;
using CaseNumerique.Platform.Audit;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace CaseNumerique.Host.Tests.Journal;

internal static class Journals
{
    /// <summary>A journal of sealed lines: so many of a test, after those of the start.</summary>
    public static async Task<IReadOnlyList<AuditEntry>> WriteAsync(App app, int count)
    {
        var journal = app.Services.GetRequiredService<IAuditJournal>();
        for (var number = 1; number <= count; number++)
        {
            await journal.RecordAsync(
                new AuditFact(
                    "test.written",
                    "Essai",
                    $"Essai {number}",
                    Details: new Dictionary<string, string?> { ["Personne"] = $"Personne {number}" }
                ),
                default
            );
        }

        return await SealAsync(app);
    }

    public static async Task<IReadOnlyList<AuditEntry>> SealAsync(App app)
    {
        await app.RunJobAsync(AuditSealingJob.JobId);
        return [.. (await app.JournalAsync()).Select(l => l.Entry).OrderBy(e => e.Sequence)];
    }

    /// <summary>What <c>verify-audit</c> answers.</summary>
    public static Task<(int Code, string Output)> VerifyAsync(App app, params (string, string)[] options) =>
        CommandsTests.RunAsync(app, "verify-audit", options);

    /// <summary>What somebody does who has the file of the database in hand.</summary>
    public static void Execute(App app, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={app.DatabaseFile}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>The same by somebody who also takes away the triggers.</summary>
    public static void Tamper(App app, string sql) =>
        Execute(
            app,
            $"""
            PRAGMA foreign_keys = OFF;
            DROP TRIGGER "AuditEntry_Kept";
            DROP TRIGGER "AuditEntry_Sealed";
            DROP TRIGGER "AuditDetail_Kept";
            {sql}
            """
        );
}
