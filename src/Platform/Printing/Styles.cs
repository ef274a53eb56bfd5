using PdfSharp.Drawing;

namespace CaseNumerique.Platform.Printing;

/// <summary>The sizes of a look, in points.</summary>
internal sealed record Styles(
    TextStyle Title,
    TextStyle Heading,
    TextStyle Minor,
    TextStyle Body,
    TextStyle Strong,
    XStringAlignment Align
)
{
    public static readonly Styles Letter = new(
        new(Inter.Bold(19), 25, Ink.Deep),
        new(Inter.Bold(13), 19, Ink.Lagoon),
        new(Inter.SemiBold(11), 16, Ink.Text),
        new(Inter.Regular(10), 15, Ink.Text),
        new(Inter.SemiBold(10), 15, Ink.Text),
        XStringAlignment.Near
    );

    public static readonly Styles Certificate = new(
        new(Inter.Bold(33), 42, Ink.Deep),
        new(Inter.Bold(23), 31, Ink.Earth),
        new(Inter.SemiBold(15), 22, Ink.Lagoon),
        new(Inter.Regular(13), 20, Ink.Text),
        new(Inter.SemiBold(13), 20, Ink.Text),
        XStringAlignment.Center
    );

    public TextStyle Cell { get; } = new(Inter.Regular(9), 12.5, Ink.Text);

    public TextStyle Head { get; } = new(Inter.SemiBold(9), 12.5, Ink.Deep);

    public TextStyle Small { get; } = new(Inter.Regular(8.5), 12, Ink.Quiet);

    public TextStyle Foot { get; } = new(Inter.Regular(7.5), 10.5, Ink.Quiet);

    public TextStyle Quiet => Body with { Colour = Ink.Quiet };
}
