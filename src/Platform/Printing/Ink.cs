using PdfSharp.Drawing;

namespace CaseNumerique.Platform.Printing;

/// <summary>The colours of the site's style sheet, on paper.</summary>
internal static class Ink
{
    public static readonly XColor Text = Of(0x10272c);
    public static readonly XColor Quiet = Of(0x384d53);
    public static readonly XColor Line = Of(0xc6d7d6);
    public static readonly XColor Edge = Of(0x67807f);
    public static readonly XColor Lagoon = Of(0x0a5560);
    public static readonly XColor Reef = Of(0xdff0ee);
    public static readonly XColor Foam = Of(0xe9f6f4);
    public static readonly XColor Breath = Of(0xf3faf8);
    public static readonly XColor Deep = Of(0x06343c);
    public static readonly XColor Earth = Of(0x8c3d1c);
    public static readonly XColor Straw = Of(0xf2c865);
    public static readonly XColor Roof = Of(0xad5a35);
    public static readonly XColor Door = Of(0xe0a92e);

    /// <summary>From the mountain to the open sea; each colour with where it ends, in hundredths of the way.</summary>
    public static readonly (XColor Colour, double Until)[] Transect =
    [
        (Earth, 16),
        (Of(0x3c6b3a), 27),
        (Straw, 32),
        (Of(0x1f9a98), 74),
        (Foam, 76),
        (Deep, 100),
    ];

    private static XColor Of(int rgb) => XColor.FromArgb(0xff, rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
}
