using PdfSharp.Drawing;
using PdfSharp.Pdf.Structure;

namespace CaseNumerique.Platform.Printing;

/// <summary>Where one may write on a page.</summary>
internal sealed record Margins(XSize Page, double Left, double Top, double TopOfOthers, double Bottom)
{
    public double Width => Page.Width - 2 * Left;
}

/// <summary>Lays a document out before anything is drawn, as each page tells how many there are.</summary>
internal sealed class Flow(Margins margins)
{
    private readonly List<List<Action<Canvas>>> _pages =
    [
        [],
    ];

    public IReadOnlyList<IReadOnlyList<Action<Canvas>>> Pages => _pages;

    public double Left => margins.Left;

    public double Width => margins.Width;

    public double Y { get; set; } = margins.Top;

    public double Room => margins.Bottom - Y;

    /// <summary>The most that one page holds.</summary>
    public double Height => margins.Bottom - margins.TopOfOthers;

    private bool IsFresh { get; set; } = true;

    public void Draw(Action<Canvas> draw)
    {
        _pages[^1].Add(draw);
        IsFresh = false;
    }

    public void Turn()
    {
        _pages.Add([]);
        Y = margins.TopOfOthers;
        IsFresh = true;
    }

    /// <summary>Turns the page when the rest of this one is too small, unless no page is large enough.</summary>
    public void Keep(double height)
    {
        if (Room < height && !IsFresh && height <= Height)
        {
            Turn();
        }
    }

    public void Space(double height) => Y += height;

    public void Tag(string tag, Action content, Action<PdfStructureElement>? attributes = null)
    {
        Draw(canvas => canvas.Begin(tag, attributes));
        content();
        Draw(canvas => canvas.End());
    }

    /// <summary>Lines from here on, over as many pages as they need, never one alone.</summary>
    public void Write(IReadOnlyList<string> lines, TextStyle style, double x, double width, XStringAlignment align)
    {
        for (var done = 0; done < lines.Count; )
        {
            var fits = Math.Min((int)((Room + 0.01) / style.Leading), lines.Count - done);
            var left = lines.Count - done - fits;
            fits =
                left == 1 && fits > 2 ? fits - 1
                : left > 0 && fits == 1 ? 0
                : fits;
            if (fits <= 0 && !IsFresh)
            {
                Turn();
                continue;
            }

            for (var end = done + Math.Max(fits, 1); done < end; done++)
            {
                Place(lines[done], style, x, width, align, Y);
                Y += style.Leading;
            }

            if (done < lines.Count)
            {
                Turn();
            }
        }
    }

    /// <summary>One line, its upper edge at <paramref name="y"/>.</summary>
    public void Place(string line, TextStyle style, double x, double width, XStringAlignment align, double y)
    {
        var free = width - style.Width(line.TrimEnd(' '));
        var start = align switch
        {
            XStringAlignment.Center => x + free / 2,
            XStringAlignment.Far => x + free,
            _ => x,
        };
        var baseline = y + (style.Leading + style.Font.Size * 0.72) / 2;
        Draw(canvas => canvas.Text(line, style, start, baseline));
    }
}
