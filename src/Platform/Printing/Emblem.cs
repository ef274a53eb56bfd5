using PdfSharp.Drawing;
using QRCoder;

namespace CaseNumerique.Platform.Printing;

/// <summary>What is drawn and not written.</summary>
internal static class Emblem
{
    private static readonly (XColor Colour, double X, double Y, double Width, double Height)[] _bricks =
    [
        (Ink.Lagoon, 9, 28, 7, 7),
        (Ink.Lagoon, 17, 28, 7, 7),
        (Ink.Lagoon, 25, 28, 6, 7),
        (Ink.Lagoon, 32, 28, 7, 7),
        (Ink.Lagoon, 9, 36, 7, 8),
        (Ink.Lagoon, 17, 36, 6, 8),
        (Ink.Lagoon, 32, 36, 7, 8),
        (Ink.Door, 24, 36, 7, 8),
    ];

    /// <summary>The colours of the way from the mountain to the open sea.</summary>
    public static void Transect(Canvas canvas, double x, double y, double width, double height)
    {
        var from = 0.0;
        foreach (var (colour, until) in Ink.Transect)
        {
            canvas.Fill(colour, x + width * from / 100, y, width * (until - from) / 100, height);
            from = until;
        }
    }

    /// <summary>The site's mark (<c>case.svg</c>); in one colour when one is given.</summary>
    public static void Case(Canvas canvas, double x, double y, double size, XColor? only = null)
    {
        var scale = size / 48;
        var roof = new XGraphicsPath();
        roof.AddBezier(24, 3, 26, 12, 33, 19, 43, 25);
        roof.AddLine(43, 25, 5, 25);
        roof.AddBezier(5, 25, 15, 19, 22, 12, 24, 3);
        roof.CloseFigure();
        canvas.Shape(only ?? Ink.Roof, roof, x, y, scale);
        foreach (var brick in _bricks)
        {
            canvas.Fill(
                only ?? brick.Colour,
                x + brick.X * scale,
                y + brick.Y * scale,
                brick.Width * scale,
                brick.Height * scale
            );
        }
    }

    public static void QrCode(Canvas canvas, string address, double x, double y, double size)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var modules = code.ModuleMatrix;
        // One path for all, so that no hairline shows between neighbours.
        var dark = new XGraphicsPath { FillMode = XFillMode.Winding };
        for (var row = 0; row < modules.Count; row++)
        {
            for (var column = 0; column < modules.Count; column++)
            {
                var from = column;
                while (column < modules.Count && modules[row][column])
                {
                    column++;
                }

                if (column > from)
                {
                    dark.AddRectangle(from, row, column - from, 1);
                }
            }
        }

        canvas.Shape(XColors.Black, dark, x, y, size / modules.Count);
    }
}
