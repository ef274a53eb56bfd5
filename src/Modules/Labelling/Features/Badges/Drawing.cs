using System.Text;
using QRCoder;

namespace CaseNumerique.Labelling.Features.Badges;

/// <summary>What the drawings share. They are looked at alone, on other sites and on paper: no style sheet, no font to fetch.</summary>
internal static class Drawing
{
    public const string ContentType = "image/svg+xml; charset=utf-8";

    public const string Fonts = "system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',Ubuntu,Arial,sans-serif";

    /// <summary>A code to scan, as one path of units; its margin of four is part of it.</summary>
    /// <returns>The path, and how many units wide it is.</returns>
    public static (string Path, int Size) Qr(string text)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        var rows = data.ModuleMatrix;
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Length; x++)
            {
                var from = x;
                while (x < rows[y].Length && rows[y][x])
                {
                    x++;
                }

                if (x > from)
                {
                    path.Append(FormattableString.Invariant($"M{from} {y}h{x - from}v1h-{x - from}z"));
                }
            }
        }

        return (path.ToString(), rows.Count);
    }

    /// <summary>A text in lines of so many letters at most, broken at spaces; SVG breaks none by itself.</summary>
    public static IReadOnlyList<string> Lines(string text, int width)
    {
        List<string> lines = [];
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && lines[^1].Length + 1 + word.Length <= width)
            {
                lines[^1] += $" {word}";
            }
            else
            {
                lines.Add(word);
            }
        }

        return lines;
    }
}
