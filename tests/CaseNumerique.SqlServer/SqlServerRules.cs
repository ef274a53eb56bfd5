using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CaseNumerique.SqlServer;

/// <summary>What SQL Server refuses and Microsoft's model lets through; the numbers are the server's own.</summary>
public static class SqlServerRules
{
    private const int PrimaryKeyBytes = 900;
    private const int IndexBytes = 1700;

    public static IReadOnlyList<string> Broken(DbContext db)
    {
        var tables = db.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables.ToList();
        return
        [
            .. tables.SelectMany(BrokenKeys),
            .. tables.SelectMany(BrokenColumns),
            .. tables.SelectMany(BrokenForeignKeys),
            .. CascadePaths.Broken(tables),
        ];
    }

    private static IEnumerable<string> BrokenKeys(ITable table)
    {
        var indexes = table.Indexes.Select(i => (i.Name, i.Columns, Limit: IndexBytes));
        var keys = table.UniqueConstraints.Select(u =>
            (u.Name, u.Columns, Limit: u == table.PrimaryKey ? PrimaryKeyBytes : IndexBytes)
        );
        foreach (var (name, columns, limit) in indexes.Concat(keys))
        {
            if (columns.FirstOrDefault(c => c.StoreType.EndsWith("(max)", StringComparison.Ordinal)) is { } max)
            {
                yield return $"{name}: {max.Name} is {max.StoreType}, which no key can hold (1919)";
            }
            else if (columns.Sum(Bytes) is var bytes && bytes > limit)
            {
                yield return $"{name}: a key of up to {bytes} bytes, where {limit} fit (1945, 1946)";
            }
        }
    }

    private static IEnumerable<string> BrokenColumns(ITable table)
    {
        if (table.Columns.Count(c => c.StoreType is "rowversion" or "timestamp") > 1)
        {
            yield return $"{table.Name}: more than one rowversion (2738)";
        }

        foreach (var column in table.Columns)
        {
            if (column.StoreType.StartsWith("nvarchar(", StringComparison.Ordinal) && Argument(column) > 4000)
            {
                yield return $"{table.Name}.{column.Name}: {column.StoreType} is longer than 4000 (2717)";
            }
        }
    }

    private static IEnumerable<string> BrokenForeignKeys(ITable table) =>
        table
            .ForeignKeyConstraints.Where(f => f.OnDeleteAction is ReferentialAction.SetNull)
            .Where(f => f.Columns.Any(c => !c.IsNullable))
            .Select(f => $"{f.Name}: SET NULL on a column that is NOT NULL (1761)");

    private static int Bytes(IColumn column) =>
        column.StoreType.Split('(')[0] switch
        {
            "nvarchar" or "nchar" => 2 * Argument(column),
            "varchar" or "char" or "varbinary" or "binary" => Argument(column),
            "decimal" => 17,
            "uniqueidentifier" => 16,
            "datetimeoffset" => 10,
            "int" or "real" => 4,
            "date" => 3,
            "smallint" => 2,
            "bit" or "tinyint" => 1,
            _ => 8,
        };

    private static int Argument(IColumn column) =>
        column.StoreType.Split('(', ')', ',') is [_, var argument, ..] && int.TryParse(argument, out var number)
            ? number
            : 0;
}
