using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace CaseNumerique.SqlServer;

/// <summary>A schema as lines that can be compared: one for each column, constraint and index.</summary>
/// <remarks>Without defaults, which a migration adds and a model does not keep, nor EF Core's own table.</remarks>
internal static class SchemaPicture
{
    public static SortedSet<string> Of(
        IReadOnlyDictionary<string, CreateTableStatement> tables,
        IEnumerable<TSqlStatement> others
    )
    {
        var lines = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (name, table) in tables.Where(t => !t.Key.Contains(".__", StringComparison.Ordinal)))
        {
            lines.UnionWith(table.Definition.ColumnDefinitions.Select(c => $"{name}.{Line(c)}"));
            lines.UnionWith(table.Definition.TableConstraints.Select(c => $"{name} {SqlText.Write(c)}"));
        }

        lines.UnionWith(others.Select(s => SqlText.Write(s).Replace('\n', ' ')));
        return lines;
    }

    private static string Line(ColumnDefinition column)
    {
        var identity = column.IdentityOptions is null ? "" : " IDENTITY";
        var constraints = string.Join(' ', column.Constraints.Select(SqlText.Write).Order());
        return $"{column.ColumnIdentifier.Value} {SqlText.Write(column.DataType)}{identity} {constraints}";
    }
}
