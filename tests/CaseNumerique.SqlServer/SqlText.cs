using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace CaseNumerique.SqlServer;

/// <summary>T-SQL between text and syntax tree, with Microsoft's own parser.</summary>
public static class SqlText
{
    /// <exception cref="FormatException">The text is not T-SQL.</exception>
    public static TSqlScript Parse(string sql)
    {
        var parser = new TSql160Parser(initialQuotedIdentifiers: true);
        var tree = parser.Parse(new StringReader(sql), out var errors);
        return errors.Count == 0
            ? (TSqlScript)tree
            : throw new FormatException($"SQL{errors[0].Number} line {errors[0].Line}: {errors[0].Message}\n{sql}");
    }

    public static IEnumerable<TSqlStatement> Statements(string sql) => Parse(sql).Batches.SelectMany(b => b.Statements);

    public static string Write(TSqlFragment fragment)
    {
        new Sql160ScriptGenerator().GenerateScript(fragment, out var text);
        return text;
    }

    /// <summary>Takes statements out of IF, BEGIN … END and EXEC(N'…'), in which scripts of EF Core wrap them.</summary>
    public static IEnumerable<TSqlStatement> Unwrap(TSqlStatement statement) =>
        statement switch
        {
            IfStatement { ElseStatement: null } condition => Unwrap(condition.ThenStatement),
            BeginEndBlockStatement block => block.StatementList.Statements.SelectMany(Unwrap),
            ExecuteStatement
            {
                ExecuteSpecification.ExecutableEntity: ExecutableStringList { Strings: [StringLiteral inner] }
            } => Statements(inner.Value).SelectMany(Unwrap),
            _ => [statement],
        };
}
