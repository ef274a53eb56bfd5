using CaseNumerique.SharedKernel;
using PdfSharp.Drawing;

namespace CaseNumerique.Platform.Printing;

internal static class NoteLayout
{
    private const double Gap = 10;
    private const double Pad = 10;

    public static void Lay(Flow flow, Styles styles, PrintBlock.Note note)
    {
        var inner = flow.Width - 2 * Pad - 6;
        var title = styles.Strong.Lines(BlockLayout.Say(note.Title), inner);
        var words = styles.Body.Lines(BlockLayout.Say(note.Words), inner);
        flow.Space(4);
        flow.Keep((title.Count + words.Count) * styles.Body.Leading + 2 * Pad);
        var x = flow.Left + Pad + 6;
        // A note longer than a page is boxed on each.
        for (var from = 0; from == 0 || from < words.Count; )
        {
            var head = from == 0 ? title : [];
            var fits = Math.Max(1, (int)((flow.Room - 2 * Pad) / styles.Body.Leading) - head.Count);
            IReadOnlyList<string> part = [.. words.Skip(from).Take(fits)];
            var (top, high) = (flow.Y, (head.Count + part.Count) * styles.Body.Leading + 2 * Pad);
            flow.Draw(canvas =>
                canvas.Adorn(c =>
                {
                    c.Fill(Ink.Reef, flow.Left, top, flow.Width, high);
                    c.Fill(Ink.Lagoon, flow.Left, top, 4, high);
                })
            );
            flow.Space(Pad);
            if (head.Count > 0)
            {
                flow.Tag("P", () => flow.Write(head, styles.Strong, x, inner, XStringAlignment.Near));
            }

            flow.Tag("P", () => flow.Write(part, styles.Body, x, inner, XStringAlignment.Near));
            flow.Space(Pad);
            from += part.Count;
            if (part.Count == 0)
            {
                break;
            }

            if (from < words.Count)
            {
                flow.Turn();
            }
        }

        flow.Space(Gap);
    }
}
