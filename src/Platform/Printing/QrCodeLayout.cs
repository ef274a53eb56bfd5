using CaseNumerique.SharedKernel;
using PdfSharp.Drawing;

namespace CaseNumerique.Platform.Printing;

internal static class QrCodeLayout
{
    public const double Size = 92;

    private const double Gap = 4;

    public static double Height(Styles styles, PrintBlock.QrCode code, double width) =>
        Math.Max(Size, Words(styles, code, width).Sum(w => w.Lines.Count * w.Style.Leading));

    /// <summary>The code, with what it leads to beside it.</summary>
    public static void Lay(Flow flow, Styles styles, PrintBlock.QrCode code, double left, double top, double width)
    {
        var words = Words(styles, code, width);
        var (x, wide) = (left + Size + Gap, width - Size - Gap);
        // The white that a camera needs around the code hangs over the edge, so that its black begins where lines do.
        var place = new XRect(left - 8, top, Size, Size);
        flow.Draw(canvas =>
            canvas.Figure(
                $"Code QR de l’adresse {code.Address}",
                place,
                c => Emblem.QrCode(c, code.Address, place.X, place.Y, Size)
            )
        );
        var high = words.Sum(w => w.Lines.Count * w.Style.Leading);
        var y = top + Math.Max(0, (Size - high) / 2);
        foreach (var (lines, style) in words)
        {
            flow.Tag(
                "P",
                () =>
                {
                    foreach (var line in lines)
                    {
                        flow.Place(line, style, x, wide, XStringAlignment.Near, y);
                        y += style.Leading;
                    }
                }
            );
        }
    }

    private static (IReadOnlyList<string> Lines, TextStyle Style)[] Words(
        Styles styles,
        PrintBlock.QrCode code,
        double width
    )
    {
        var caption = styles.Head with { Colour = Ink.Text };
        return
        [
            (caption.Lines(BlockLayout.Say(code.Caption), width - Size - Gap), caption),
            (styles.Small.Lines(Inter.Spell(code.Address), width - Size - Gap), styles.Small),
        ];
    }
}
