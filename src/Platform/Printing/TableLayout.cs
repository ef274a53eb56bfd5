using CaseNumerique.SharedKernel;
using PdfSharp.Drawing;

namespace CaseNumerique.Platform.Printing;

/// <summary>Lays one table over as many pages as it needs, its headers on each.</summary>
internal sealed class TableLayout(Flow flow, Styles styles, PrintBlock.Table table)
{
    public const double Pad = 5;

    private const double ByHand = 26;

    private readonly TextStyle _caption = styles.Minor with { Font = Inter.SemiBold(10), Leading = 15 };
    private readonly string[] _headers = [.. table.Columns.Select(c => BlockLayout.Say(c.Header))];
    private readonly string[][] _rows =
    [
        .. table.Rows.Select(r =>
            table.Columns.Select((_, i) => BlockLayout.Say(r.ElementAtOrDefault(i) ?? "")).ToArray()
        ),
    ];

    public void Lay()
    {
        var widths = ColumnWidths.Of(table, _headers, _rows, styles, flow.Width);
        var head = Cells(_headers, widths, styles.Head);
        var caption = _caption.Lines(BlockLayout.Say(table.Caption), flow.Width);
        flow.Space(4);
        flow.Keep(caption.Count * _caption.Leading + 4 + High(head, styles.Head) + 2 * ByHand);
        flow.Tag(
            "Table",
            () =>
            {
                flow.Tag("Caption", () => flow.Write(caption, _caption, flow.Left, flow.Width, XStringAlignment.Near));
                flow.Space(4);
                flow.Tag("THead", () => Row(head, widths, isHead: true));
                flow.Tag("TBody", () => Body(widths, head));
            }
        );
    }

    private void Body(double[] widths, IReadOnlyList<string>[] head)
    {
        if (_rows.Length == 0)
        {
            var words = styles.Cell.Lines(BlockLayout.Say(table.WhenEmpty), flow.Width - 2 * Pad);
            Row([words], [flow.Width], isHead: false);
        }

        foreach (var row in _rows)
        {
            var cells = Cells(row, widths, styles.Cell);
            var most = (int)((flow.Height - High(head, styles.Head) - 2 * Pad) / styles.Cell.Leading);
            // A row higher than a page goes on over the next; each part is a row for who listens.
            for (var from = 0; from == 0 || from < cells.Max(c => c.Count); from += most)
            {
                IReadOnlyList<string>[] part =
                [
                    .. cells.Select(c => (IReadOnlyList<string>)[.. c.Skip(from).Take(most)]),
                ];
                if (flow.Room < High(part, styles.Cell))
                {
                    flow.Turn();
                    Repeat(head, widths);
                }

                Row(part, widths, isHead: false);
            }
        }
    }

    private void Row(IReadOnlyList<string>[] cells, double[] widths, bool isHead)
    {
        var style = isHead ? styles.Head : styles.Cell;
        var (top, high) = (flow.Y, High(cells, style));
        flow.Draw(canvas => canvas.Adorn(c => Ground(c, top, high, widths, isHead)));
        flow.Tag(
            "TR",
            () =>
            {
                for (var i = 0; i < cells.Length; i++)
                {
                    var (column, x) = (i, flow.Left + widths.Take(i).Sum());
                    flow.Tag(
                        isHead ? "TH" : "TD",
                        () => Cell(cells[column], style, column, x, widths[column], top),
                        cell =>
                        {
                            if (isHead)
                            {
                                cell.TableAttributes.Elements.SetName("/Scope", "/Column");
                            }
                            else if (cells.Length < table.Columns.Count)
                            {
                                cell.TableAttributes.Elements.SetInteger("/ColSpan", table.Columns.Count);
                            }
                        }
                    );
                }
            }
        );
        flow.Y = top + high;
    }

    private void Cell(IReadOnlyList<string> lines, TextStyle style, int column, double x, double width, double top)
    {
        var align = table.Columns[column].Align switch
        {
            PrintAlign.Centre => XStringAlignment.Center,
            PrintAlign.End => XStringAlignment.Far,
            _ => XStringAlignment.Near,
        };
        var first = top + Pad + (table.ByHand && lines.Count == 1 && style != styles.Head ? 2 : 0);
        for (var i = 0; i < lines.Count; i++)
        {
            flow.Place(lines[i], style, x + Pad, width - 2 * Pad, align, first + i * style.Leading);
        }
    }

    /// <summary>The headers again, which the structure has said once.</summary>
    private void Repeat(IReadOnlyList<string>[] head, double[] widths)
    {
        var (top, high) = (flow.Y, High(head, styles.Head));
        flow.Draw(canvas => canvas.BeginArtifact());
        flow.Draw(canvas => Ground(canvas, top, high, widths, isHead: true));
        for (var i = 0; i < head.Length; i++)
        {
            Cell(head[i], styles.Head, i, flow.Left + widths.Take(i).Sum(), widths[i], top);
        }

        flow.Draw(canvas => canvas.End());
        flow.Y = top + high;
    }

    private void Ground(Canvas canvas, double top, double high, double[] widths, bool isHead)
    {
        if (isHead)
        {
            canvas.Fill(Ink.Reef, flow.Left, top, flow.Width, high);
        }

        var (colour, thick) = isHead ? (Ink.Lagoon, 1.2) : (Ink.Line, 0.6);
        canvas.Line(colour, thick, flow.Left, top + high, flow.Width);
        if (table.ByHand && !isHead)
        {
            // Boxes, so that each hand finds its own.
            for (var i = 0; i <= widths.Length; i++)
            {
                canvas.Fill(Ink.Line, flow.Left + widths.Take(i).Sum() - 0.3, top, 0.6, high);
            }
        }
    }

    private double High(IReadOnlyList<string>[] cells, TextStyle style)
    {
        var words = cells.Max(c => c.Count) * style.Leading + 2 * Pad;
        return table.ByHand && style != styles.Head ? Math.Max(words, ByHand) : words;
    }

    private static IReadOnlyList<string>[] Cells(string[] words, double[] widths, TextStyle style) =>
        [.. words.Select((w, i) => style.Lines(w, widths[i] - 2 * Pad))];
}
