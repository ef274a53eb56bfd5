using CaseNumerique.SharedKernel;

namespace CaseNumerique.Platform.Printing;

/// <summary>Shares the width of a page among the columns of a table.</summary>
internal sealed class ColumnWidths(
    PrintBlock.Table table,
    string[] headers,
    string[][] rows,
    Styles styles,
    double width
)
{
    public static double[] Of(PrintBlock.Table table, string[] headers, string[][] rows, Styles styles, double width) =>
        new ColumnWidths(table, headers, rows, styles, width).Widths();

    /// <summary>What each column asks for, as far as the page has it: its shares, or the width of its words.</summary>
    private double[] Widths()
    {
        var wanted = table.Columns.Select((c, i) => c.Share ?? Widest(i, whole: true)).ToArray();
        if (table.Columns.Any(c => c.Share is not null))
        {
            return [.. wanted.Select(w => width * w / wanted.Sum())];
        }

        var least = table.Columns.Select((_, i) => Math.Min(Widest(i, whole: false), width / 2)).ToArray();
        var (most, needed) = (wanted.Sum(), least.Sum());
        return most <= width ? [.. wanted.Select(w => w * width / most)]
            : needed >= width ? [.. least.Select(w => w * width / needed)]
            : [.. least.Select((l, i) => l + (wanted[i] - l) * (width - needed) / (most - needed))];
    }

    private double Widest(int column, bool whole)
    {
        IEnumerable<string> Parts(string words) => whole ? words.Split('\n') : words.Split(' ', '\n');
        var words = rows.SelectMany(r => Parts(r[column])).Select(styles.Cell.Width);
        if (table.ByHand && rows.All(r => r[column].Length == 0))
        {
            // Nothing is written there yet: room for a hand.
            words = [whole ? 120 : 80];
        }

        return Parts(headers[column]).Select(styles.Head.Width).Concat(words).Max() + 2 * TableLayout.Pad + 1;
    }
}
