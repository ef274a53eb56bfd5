using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace CaseNumerique.SqlServer;

/// <summary>What a statement answers: its columns, and how many rows a lucky run would give.</summary>
internal sealed record ResultShape(IReadOnlyList<string> Columns, int Rows)
{
    public static IReadOnlyList<ResultShape> Of(string sql) =>
        [.. SqlText.Statements(sql).Select(Of).OfType<ResultShape>()];

    private static ResultShape? Of(TSqlStatement statement) =>
        statement switch
        {
            SelectStatement select => new([.. ColumnsOf(select.QueryExpression)], 1),
            InsertStatement { InsertSpecification: { OutputClause: { } output } insert } => Output(
                output,
                insert.InsertSource is ValuesInsertSource values ? values.RowValues.Count : 1
            ),
            MergeStatement { MergeSpecification: { OutputClause: { } output } merge } => Output(
                output,
                merge.TableReference is InlineDerivedTable table ? table.RowValues.Count : 1
            ),
            UpdateStatement { UpdateSpecification.OutputClause: { } output } => Output(output, 1),
            DeleteStatement { DeleteSpecification.OutputClause: { } output } => Output(output, 1),
            _ => null,
        };

    private static IEnumerable<string> ColumnsOf(QueryExpression query) =>
        query switch
        {
            QuerySpecification plain => plain.SelectElements.Select((element, i) => Name(element) ?? $"column{i}"),
            BinaryQueryExpression union => ColumnsOf(union.FirstQueryExpression),
            QueryParenthesisExpression inner => ColumnsOf(inner.QueryExpression),
            _ => [],
        };

    private static ResultShape Output(OutputClause output, int rows) =>
        new([.. output.SelectColumns.Select(column => Name(column) ?? "1")], rows);

    private static string? Name(SelectElement element) =>
        element switch
        {
            SelectScalarExpression { ColumnName.Value: { } alias } => alias,
            // Where a trigger forbids OUTPUT, the rows that were found are counted afterwards.
            SelectScalarExpression { Expression: GlobalVariableExpression { Name: "@@ROWCOUNT" } } => "1",
            SelectScalarExpression { Expression: ColumnReferenceExpression { MultiPartIdentifier: { } path } } =>
                path.Identifiers[^1].Value,
            _ => null,
        };
}
