using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.Pdf.Structure;
using PdfSharp.UniversalAccessibility;

namespace CaseNumerique.Platform.Printing;

/// <summary>The pages as they are drawn, one after the other: what is said stands in the structure, what adorns does not.</summary>
internal sealed class Canvas(PdfDocument document) : IDisposable
{
    private readonly StructureBuilder _structure = UAManager.ForDocument(document).StructureBuilder;
    private XGraphics? _page;
    private XSize _size;

    /// <summary>How far down everything is moved.</summary>
    public double Shift { get; set; }

    public double Width => _size.Width;

    private XGraphics Page => _page!;

    public void Turn(XSize size)
    {
        var page = document.AddPage();
        page.Width = XUnit.FromPoint(size.Width);
        page.Height = XUnit.FromPoint(size.Height);
        // Only now: the page before must be open for what the new one closes on it.
        _page?.Dispose();
        _page = XGraphics.FromPdfPage(page);
        _size = size;
    }

    public void Begin(string tag, Action<PdfStructureElement>? attributes = null)
    {
        _structure.BeginBlockLevelElement(tag);
        attributes?.Invoke(_structure.CurrentStructureElement);
    }

    public void End() => _structure.End();

    /// <summary>From here to its end: what means nothing, or is said elsewhere already.</summary>
    public void BeginArtifact() => _structure.BeginArtifact();

    /// <summary>Lines, grounds, what repeats.</summary>
    public void Adorn(Action<Canvas> draw)
    {
        BeginArtifact();
        draw(this);
        End();
    }

    public void Figure(string inWords, XRect place, Action<Canvas> draw)
    {
        // The standard counts from the foot of the page.
        var box = new XRect(place.X, _size.Height - place.Y - Shift - place.Height, place.Width, place.Height);
        _structure.BeginElement(PdfIllustrationElementTag.Figure, inWords, box);
        var figure = _structure.CurrentStructureElement;
        draw(this);
        _structure.End();
        figure.Elements["/Alt"] = Unicode(inWords);
    }

    /// <summary>Left to choose, the library writes a no-break space as a euro sign.</summary>
    public static PdfString Unicode(string words) => new(words, PdfStringEncoding.Unicode);

    public void Text(string words, TextStyle style, double x, double baseline) =>
        Page.DrawString(words, style.Font, new XSolidBrush(style.Colour), x, baseline + Shift);

    public void Fill(XColor colour, double x, double y, double width, double height) =>
        Page.DrawRectangle(new XSolidBrush(colour), x, y + Shift, width, height);

    public void Frame(XColor colour, double thick, XRect place) =>
        Page.DrawRectangle(new XPen(colour, thick), place.X, place.Y + Shift, place.Width, place.Height);

    public void Line(XColor colour, double thick, double x, double y, double width) =>
        Page.DrawLine(new XPen(colour, thick), x, y + Shift, x + width, y + Shift);

    public void Shape(XColor colour, XGraphicsPath path, double x, double y, double scale)
    {
        var state = Page.Save();
        Page.TranslateTransform(x, y + Shift);
        Page.ScaleTransform(scale);
        Page.DrawPath(new XSolidBrush(colour), path);
        Page.Restore(state);
    }

    public void Dispose() => _page?.Dispose();
}
