using PdfSharp.Drawing;

namespace CaseNumerique.Platform.Printing;

/// <summary>How words of one kind look, and where their lines end.</summary>
internal sealed record TextStyle(XFont Font, double Leading, XColor Colour)
{
    private const string BreaksAfter = "/-._?&=@";

    private static readonly XGraphics _measure = XGraphics.CreateMeasureContext(
        new XSize(1, 1),
        XGraphicsUnit.Point,
        XPageDirection.Downwards
    );

    public double Width(string words) => _measure.MeasureString(words, Font).Width;

    /// <summary>Lines no wider than asked; words are parted only where one alone is wider.</summary>
    public IReadOnlyList<string> Lines(string words, double width)
    {
        var lines = new List<string>();
        var space = Width(" ");
        foreach (var paragraph in words.Split('\n'))
        {
            var line = "";
            var taken = 0.0;
            foreach (var word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var wide = Width(word);
                if (line.Length > 0 && taken + space + wide > width)
                {
                    // The space stays at the end, unseen: who listens or copies hears two words.
                    lines.Add(line + " ");
                    (line, taken) = ("", 0);
                }

                if (line.Length > 0)
                {
                    (line, taken) = ($"{line} {word}", taken + space + wide);
                }
                else
                {
                    line = Part(word, width, lines);
                    taken = Width(line);
                }
            }

            lines.Add(line);
        }

        return lines;
    }

    /// <summary>As many lines, of like length: no word is left alone in the middle of a page.</summary>
    public IReadOnlyList<string> Balanced(string words, double width)
    {
        var lines = Lines(words, width);
        for (var narrower = width * 0.95; narrower > width * 0.5; narrower -= width * 0.05)
        {
            var tried = Lines(words, narrower);
            if (tried.Count > lines.Count)
            {
                break;
            }

            lines = tried;
        }

        return lines;
    }

    private string Part(string word, double width, List<string> lines)
    {
        while (Width(word) > width && word.Length > 1)
        {
            var fits = 1;
            while (fits < word.Length - 1 && Width(word[..(fits + 1)]) <= width)
            {
                fits++;
            }

            var seam = word.LastIndexOfAny(BreaksAfter.ToCharArray(), fits - 1) + 1;
            var end = seam > fits / 2 ? seam : fits;
            end = end > 1 && char.IsHighSurrogate(word[end - 1]) ? end - 1 : end;
            lines.Add(word[..end]);
            word = word[end..];
        }

        return word;
    }
}
