using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CaseNumerique.SqlServer;

/// <summary>From one table, SQL Server lets a delete reach another by one path only, and never come back to itself.</summary>
internal static class CascadePaths
{
    public static IEnumerable<string> Broken(IReadOnlyList<ITable> tables)
    {
        var cascades = tables
            .SelectMany(t => t.ForeignKeyConstraints)
            .Where(f =>
                f.OnDeleteAction
                    is ReferentialAction.Cascade
                        or ReferentialAction.SetNull
                        or ReferentialAction.SetDefault
            )
            .ToLookup(f => f.PrincipalTable, f => f.Table);
        foreach (var start in tables)
        {
            var paths = new Dictionary<ITable, int>();
            Walk(start, [start], paths, cascades);
            foreach (var (table, count) in paths.Where(p => p.Value > 1 || p.Key == start))
            {
                var fault = table == start ? "a cascade that comes back" : $"{count} cascading paths";
                yield return $"{start.Name} -> {table.Name}: {fault} (1785)";
            }
        }
    }

    private static void Walk(
        ITable from,
        HashSet<ITable> onTheWay,
        Dictionary<ITable, int> paths,
        ILookup<ITable, ITable> cascades
    )
    {
        foreach (var next in cascades[from])
        {
            paths[next] = paths.GetValueOrDefault(next) + 1;
            if (onTheWay.Add(next))
            {
                Walk(next, onTheWay, paths, cascades);
                onTheWay.Remove(next);
            }
        }
    }
}
