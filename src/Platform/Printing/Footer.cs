using CaseNumerique.SharedKernel;

namespace CaseNumerique.Platform.Printing;

internal static class Footer
{
    /// <summary>Reference and page on one line, the seal below: each page tells what it belongs to.</summary>
    public static void Draw(
        Canvas canvas,
        TextStyle style,
        Printout printout,
        int page,
        int of,
        double left,
        double top,
        double width
    )
    {
        var number = $"page\u00A0{page} sur\u00A0{of}";
        var name = Inter.Spell(printout.Reference ?? printout.Title);
        var baseline = top + style.Leading - 2;
        canvas.Text(style.Lines(name, width * 0.7)[0], style, left, baseline);
        canvas.Text(number, style, left + width - style.Width(number), baseline);
        if (printout.Seal is { } seal)
        {
            foreach (var line in style.Lines(Inter.Spell(seal), width).Take(2))
            {
                baseline += style.Leading;
                canvas.Text(line, style, left, baseline);
            }
        }
    }
}
