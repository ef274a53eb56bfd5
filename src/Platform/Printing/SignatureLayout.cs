using CaseNumerique.SharedKernel;
using PdfSharp.Drawing;

namespace CaseNumerique.Platform.Printing;

internal static class SignatureLayout
{
    private const double Pen = 52;
    private const double Gutter = 24;

    /// <summary>Two beside each other; one alone stands on the right.</summary>
    public static void Lay(Flow flow, Styles styles, IReadOnlyList<PrintBlock.Signature> signatures)
    {
        var wide = (flow.Width - Gutter) / 2;
        foreach (var pair in signatures.Chunk(2))
        {
            flow.Space(10);
            flow.Keep(pair.Max(s => Height(styles, s, wide)));
            var (top, below) = (flow.Y, flow.Y);
            for (var i = 0; i < pair.Length; i++)
            {
                var x = flow.Left + (pair.Length == 1 || i == 1 ? wide + Gutter : 0);
                below = Math.Max(below, Lay(flow, styles, pair[i], x, top, wide));
            }

            flow.Y = below + 8;
        }
    }

    public static double Height(Styles styles, PrintBlock.Signature signature, double width) =>
        Lines(styles, signature, width).Sum(l => l.Lines.Count * l.Style.Leading) + Pen;

    /// <returns>The lower edge.</returns>
    public static double Lay(
        Flow flow,
        Styles styles,
        PrintBlock.Signature signature,
        double left,
        double top,
        double width
    )
    {
        var y = top;
        foreach (var (lines, style, above) in Lines(styles, signature, width))
        {
            y += above;
            if (lines.Count == 0)
            {
                var rule = y;
                flow.Draw(canvas => canvas.Adorn(c => c.Line(Ink.Edge, 0.8, left, rule, width * 0.75)));
                continue;
            }

            flow.Tag(
                "P",
                () =>
                {
                    foreach (var line in lines)
                    {
                        flow.Place(line, style, left, width, XStringAlignment.Near, y);
                        y += style.Leading;
                    }
                }
            );
        }

        return y;
    }

    private static List<(IReadOnlyList<string> Lines, TextStyle Style, double Above)> Lines(
        Styles styles,
        PrintBlock.Signature signature,
        double width
    )
    {
        var (text, strong) = (Styles.Letter.Body, Styles.Letter.Strong);
        var made = $"Fait à {signature.Place}, le {FrenchText.Date(signature.On)}";
        return
        [
            (text.Lines(BlockLayout.Say(made), width), text, 0),
            (strong.Lines(BlockLayout.Say(signature.Function), width), strong, 0),
            (signature.Name is { } name ? text.Lines(BlockLayout.Say(name), width) : [], text, Pen),
        ];
    }
}
