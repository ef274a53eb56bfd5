using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CaseNumerique.Platform.Audit;

/// <summary>The database itself refuses to alter or delete a line, whoever asks; a migration creates them.</summary>
internal static class AuditTriggers
{
    public const string Refusal = "The journal is only ever added to";

    private static readonly string[] _content =
    [
        nameof(AuditEntry.Id),
        nameof(AuditEntry.At),
        nameof(AuditEntry.ActorId),
        nameof(AuditEntry.Action),
        nameof(AuditEntry.Title),
        nameof(AuditEntry.Subject),
        nameof(AuditEntry.SearchText),
        nameof(AuditEntry.Outcome),
        nameof(AuditEntry.FromHash),
        nameof(AuditEntry.ChangesHash),
    ];

    public static void CreateOnSqlite(MigrationBuilder migration)
    {
        var isAltered = string.Join(" OR ", _content.Select(c => $"NEW.\"{c}\" IS NOT OLD.\"{c}\""));
        Create("AuditEntry_Kept", "DELETE", "platform_AuditEntry");
        Create("AuditEntry_Sealed", "UPDATE", "platform_AuditEntry", $"OLD.\"Sequence\" IS NOT NULL OR {isAltered}");
        Create("AuditDetail_Kept", "UPDATE", "platform_AuditDetail");

        void Create(string name, string act, string table, string when = "1") =>
            migration.Sql(
                $"""
                CREATE TRIGGER "{name}" BEFORE {act} ON "{table}" WHEN {when}
                BEGIN SELECT RAISE(ABORT, '{Refusal}'); END;
                """
            );
    }

    public static void CreateOnSqlServer(MigrationBuilder migration)
    {
        var columns = string.Join(", ", _content.Select(c => $"[{c}]"));
        // EXCEPT takes two nulls for the same, and its rows are those that the update altered.
        Create(
            "AuditEntry",
            $"""
            EXISTS (SELECT {columns} FROM deleted EXCEPT SELECT {columns} FROM inserted)
                OR EXISTS (SELECT 1 FROM deleted WHERE [Sequence] IS NOT NULL)
            """,
            "UPDATE, DELETE"
        );
        Create("AuditDetail", "EXISTS (SELECT 1 FROM deleted)", "UPDATE");

        // A trigger must begin its batch, which EXEC gives it in a script with conditions too.
        void Create(string table, string isRefused, string acts) =>
            migration.Sql(
                $"""
                EXEC(N'CREATE TRIGGER [platform].[{table}_Kept] ON [platform].[{table}] AFTER {acts} AS
                BEGIN
                    SET NOCOUNT ON;
                    IF {isRefused}
                        THROW 50001, ''{Refusal}'', 1;
                END')
                """
            );
    }
}
