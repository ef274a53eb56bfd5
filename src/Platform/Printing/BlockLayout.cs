using CaseNumerique.SharedKernel;
using PdfSharp.Drawing;

namespace CaseNumerique.Platform.Printing;

/// <summary>Lays the blocks that both looks have in common.</summary>
internal sealed class BlockLayout(Flow flow, Styles styles)
{
    private const double Gap = 8;

    public void Lay(IReadOnlyList<PrintBlock> blocks)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            switch (blocks[i])
            {
                case PrintBlock.Heading heading:
                    Heading(heading, blocks.ElementAtOrDefault(i + 1));
                    break;
                case PrintBlock.Paragraph paragraph:
                    flow.Tag("P", () => Write(Lines(paragraph.Words, styles.Body), styles.Body));
                    flow.Space(Gap);
                    break;
                case PrintBlock.List list:
                    new ListLayout(flow, styles).Lay(list);
                    break;
                case PrintBlock.Facts facts when styles.Align is XStringAlignment.Center:
                    new ListLayout(flow, styles).LayInARow(facts);
                    break;
                case PrintBlock.Facts facts:
                    new ListLayout(flow, styles).Lay(facts);
                    break;
                case PrintBlock.Table table:
                    new TableLayout(flow, styles, table).Lay();
                    flow.Space(Gap + 4);
                    break;
                case PrintBlock.Note note:
                    NoteLayout.Lay(flow, styles, note);
                    break;
                case PrintBlock.Signature:
                    var together = blocks.Skip(i).TakeWhile(b => b is PrintBlock.Signature).Count();
                    SignatureLayout.Lay(flow, styles, [.. blocks.Skip(i).Take(together).Cast<PrintBlock.Signature>()]);
                    i += together - 1;
                    break;
                case PrintBlock.QrCode code:
                    flow.Space(4);
                    var high = QrCodeLayout.Height(styles, code, flow.Width);
                    flow.Keep(high);
                    QrCodeLayout.Lay(flow, styles, code, flow.Left, flow.Y, flow.Width);
                    flow.Space(high + Gap);
                    break;
                case PrintBlock.PageBreak:
                    flow.Turn();
                    break;
                default:
                    throw new NotSupportedException($"No layout for {blocks[i].GetType().Name}.");
            }
        }
    }

    /// <summary>Words as they are printed.</summary>
    public static string Say(string words) => Inter.Spell(FrenchText.Typeset(words));

    private IReadOnlyList<string> Lines(string words, TextStyle style) =>
        styles.Align is XStringAlignment.Center
            ? style.Balanced(Say(words), flow.Width)
            : style.Lines(Say(words), flow.Width);

    private void Write(IReadOnlyList<string> lines, TextStyle style) =>
        flow.Write(lines, style, flow.Left, flow.Width, styles.Align);

    private void Heading(PrintBlock.Heading heading, PrintBlock? next)
    {
        var style = heading.Level > 2 ? styles.Minor : styles.Heading;
        var lines = Lines(heading.Words, style);
        flow.Space(heading.Level > 2 ? 4 : 10);
        // Never the last words of a page.
        flow.Keep(lines.Count * style.Leading + (next is PrintBlock.Table ? 90 : 3 * styles.Body.Leading));
        flow.Tag(heading.Level > 2 ? "H3" : "H2", () => Write(lines, style));
        flow.Space(4);
    }
}
