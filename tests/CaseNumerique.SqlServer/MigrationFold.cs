using Microsoft.SqlServer.Dac.Model;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace CaseNumerique.SqlServer;

/// <summary>
/// Replays a migrations script on syntax trees. What is left at the end is the schema it declares; a statement on data is
/// checked against the schema of its moment.
/// </summary>
public sealed class MigrationFold
{
    private readonly FoldedSchema _schema = new();

    public IReadOnlyList<string> Problems => _schema.Problems;

    /// <summary>A comparable picture of the schema: a line for each column, constraint and index.</summary>
    public IReadOnlyCollection<string> Picture => _schema.Picture();

    public static MigrationFold Of(string script)
    {
        var fold = new MigrationFold();
        foreach (var statement in SqlText.Statements(script).SelectMany(SqlText.Unwrap))
        {
            fold.Run(statement);
        }

        return fold;
    }

    public TSqlModel Model() => _schema.Model();

    private void Run(TSqlStatement statement)
    {
        switch (statement)
        {
            case CreateSchemaStatement:
            case CreateIndexStatement:
            case CreateSequenceStatement:
                _schema.Add(statement);
                break;
            case CreateTableStatement table:
                _schema.Add(table);
                break;
            case DropTableStatement drop:
                drop.Objects.ToList().ForEach(_schema.DropTable);
                break;
            case DropIndexStatement drop:
                drop.DropIndexClauses.OfType<DropIndexClause>().ToList().ForEach(_schema.DropIndex);
                break;
            case AlterTableAddTableElementStatement add:
                _schema.AddTo(add.SchemaObjectName, add.Definition);
                break;
            case AlterTableAlterColumnStatement alter:
                _schema.Alter(alter);
                break;
            case AlterTableDropTableElementStatement drop:
                _schema.DropFrom(drop);
                break;
            case ExecuteStatement { ExecuteSpecification.ExecutableEntity: ExecutableProcedureReference call }
                when Name(call) == "sp_rename":
                _schema.Rename(Text(call, 0), Text(call, 1), call.Parameters.Count > 2 ? Text(call, 2) : "OBJECT");
                break;
            case CreateTriggerStatement trigger:
                _schema.CheckTrigger(trigger);
                break;
            // EF Core drops a default by a name that it looks up and puts into a statement of its own.
            case SelectStatement lookUp
                when SqlText.Write(lookUp).Contains("default_constraints", StringComparison.Ordinal):
            case ExecuteStatement { ExecuteSpecification.ExecutableEntity: ExecutableStringList }:
            case DeclareVariableStatement:
            case SetVariableStatement:
            case BeginTransactionStatement:
            case CommitTransactionStatement:
            case PrintStatement:
                break;
            default:
                _schema.CheckData(statement);
                break;
        }
    }

    private static string? Name(ExecutableProcedureReference call) =>
        call.ProcedureReference.ProcedureReference?.Name.BaseIdentifier.Value;

    private static string Text(ExecutableProcedureReference call, int position) =>
        ((StringLiteral)call.Parameters[position].ParameterValue).Value;
}
