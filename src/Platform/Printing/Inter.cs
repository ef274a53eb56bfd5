using System.Reflection;
using System.Text;
using PdfSharp.Drawing;
using PdfSharp.Fonts;
using SkiaSharp;

namespace CaseNumerique.Platform.Printing;

/// <summary>The one typeface of what is printed: no machine needs to have it.</summary>
internal sealed class Inter : IFontResolver
{
    private const string Family = "Inter";

    private static readonly Dictionary<string, byte[]> _faces = Read();
    private static readonly SKFont _glyphs = new(SKTypeface.FromStream(new MemoryStream(_faces["Regular"])));

    static Inter() => GlobalFontSettings.FontResolver = new Inter();

    private Inter() { }

    public static XFont Regular(double size) => Face("Regular", size);

    public static XFont SemiBold(double size) => Face("SemiBold", size);

    public static XFont Bold(double size) => Face("Bold", size);

    /// <summary>Words in letters that the typeface has: what is archived may show no empty box.</summary>
    public static string Spell(string words)
    {
        var spelt = new StringBuilder(words.Length);
        foreach (var letter in words.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (letter.Value is '\n' || _glyphs.GetGlyph(letter.Value) != 0)
            {
                spelt.Append(letter);
            }
            else if (letter.Value is '\u202F' or '\u2007' or '\t')
            {
                spelt.Append('\u00A0');
            }
            else if (!Rune.IsControl(letter))
            {
                spelt.Append('?');
            }
        }

        return spelt.ToString();
    }

    public FontResolverInfo ResolveTypeface(string familyName, bool bold, bool italic) => new(familyName);

    public byte[] GetFont(string faceName) => _faces[faceName[(Family.Length + 1)..]];

    // In Unicode always: one font a face in the file, each letter with its code for who copies or listens.
    private static XFont Face(string face, double size) =>
        new($"{Family} {face}", size, XFontStyleEx.Regular, XPdfFontOptions.UnicodeDefault);

    private static Dictionary<string, byte[]> Read()
    {
        using var package = typeof(Inter).Assembly.GetManifestResourceStream(Family)!;
        using var bytes = new MemoryStream();
        package.CopyTo(bytes);
        using var resources = Assembly.Load(bytes.ToArray()).GetManifestResourceStream("!AvaloniaResources")!;
        using var reader = new BinaryReader(resources);
        var start = reader.ReadInt32() + sizeof(int);
        _ = reader.ReadInt32();
        var entries = new (string Name, int Offset, int Length)[reader.ReadInt32()];
        for (var i = 0; i < entries.Length; i++)
        {
            entries[i] = (reader.ReadString(), reader.ReadInt32(), reader.ReadInt32());
        }

        return entries
            .Where(e => e.Name.EndsWith(".ttf", StringComparison.Ordinal))
            .ToDictionary(
                e => Path.GetFileNameWithoutExtension(e.Name).Replace("Inter-", "", StringComparison.Ordinal),
                e =>
                {
                    resources.Position = start + e.Offset;
                    return reader.ReadBytes(e.Length);
                }
            );
    }
}
