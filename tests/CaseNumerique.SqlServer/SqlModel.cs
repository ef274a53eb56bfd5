using Microsoft.SqlServer.Dac.Model;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace CaseNumerique.SqlServer;

/// <summary>Microsoft's model of a SQL Server database, filled from scripts: it resolves each name without a server.</summary>
public static class SqlModel
{
    public static TSqlModel FromScripts(params IEnumerable<string> scripts)
    {
        var model = new TSqlModel(SqlServerVersion.Sql160, new TSqlModelOptions());
        var number = 0;
        foreach (var statement in scripts.SelectMany(SqlText.Statements).SelectMany(SqlText.Unwrap))
        {
            var text = SqlText.Write(statement);
            number++;
            // The model holds declarations only; a procedure is the declaration that can hold any other statement.
            var declaration = IsDeclaration(statement) ? text : AsProcedure($"[dbo].[script_{number}]", text);
            model.AddOrUpdateObjects(declaration, $"{number}.sql", new TSqlObjectOptions());
        }

        return model;
    }

    /// <summary>Warnings count as faults: inside a procedure, a missing table is only a warning.</summary>
    public static IReadOnlyList<string> Faults(this TSqlModel model) =>
        [.. model.Validate().Select(m => $"{m.Prefix}{m.Number}: {m.Message}")];

    public static string AsProcedure(string name, string sql, string parameters = "") =>
        $"CREATE PROCEDURE {name} {parameters} AS BEGIN\n{sql}\nEND";

    private static bool IsDeclaration(TSqlStatement statement) =>
        statement
            is CreateTableStatement
                or CreateIndexStatement
                or CreateSchemaStatement
                or AlterTableAddTableElementStatement
                or CreateViewStatement
                or CreateSequenceStatement
                or CreateProcedureStatement
                or CreateFunctionStatement
                or CreateTriggerStatement;
}
