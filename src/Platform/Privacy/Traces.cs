using System.Net;
using System.Text.Json;
using CaseNumerique.SharedKernel;

namespace CaseNumerique.Platform.Privacy;

/// <summary>Names, addresses and telephones by which one person is known, and how they are found in what others wrote.</summary>
/// <remarks>A name of one word is nobody's in particular: it is forgotten where it stands as the person's, and not searched for.</remarks>
internal sealed class Traces
{
    public const string LikeEscape = "!";

    private const int ShortestTrace = 5;

    private Traces(IEnumerable<string> known) =>
        All = [
            .. known
                .Select(t => t.Trim())
                .Where(t => t.Length >= ShortestTrace)
                .Where(t => t.Contains('@') || t.StartsWith('+') || t.Contains(' '))
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];

    public IReadOnlyList<string> All { get; }

    public IEnumerable<string> Addresses => All.Where(t => t.Contains('@'));

    public IEnumerable<string> Names => All.Where(t => !t.Contains('@') && !t.StartsWith('+'));

    public static Traces Of(PersonKey person, IEnumerable<PersonalRecord> records) =>
        new([
            person.Name,
            person.Email,
            .. records
                .SelectMany(r => r.Facts)
                .Where(f => f.IsIdentity)
                .Select(f => f.KeptAs ?? f.Value)
                .OfType<string>(),
        ]);

    public static Traces Read(string json) => new(JsonSerializer.Deserialize<string[]>(json)!);

    public string Write() => JsonSerializer.Serialize(All);

    /// <summary>Patterns for LIKE, which tells no capital from a small letter, on text as it is.</summary>
    public IEnumerable<string> Patterns => All.Select(PatternOf);

    /// <summary>The same on JSON, where accents are written as numbers.</summary>
    public IEnumerable<string> JsonPatterns => All.Select(t => PatternOf(JsonEncodedText.Encode(t).Value));

    public bool AreIn(string? text) =>
        text is not null
        && WebUtility.HtmlDecode(text) is var plain
        && All.Any(t => Spellings(t).Any(s => Contains(plain, s)));

    public static string Escape(string text) =>
        text.Replace("!", "!!").Replace("%", "!%").Replace("_", "!_").Replace("[", "![");

    private static string PatternOf(string text) => $"%{Escape(text)}%";

    // A telephone is kept as +687471234 and written « 47 12 34 ».
    private static IEnumerable<string> Spellings(string trace) =>
        trace.StartsWith('+') ? [trace, FrenchText.Phone(trace)] : [trace];

    private static bool Contains(string text, string trace)
    {
        for (
            var at = text.IndexOf(trace, StringComparison.OrdinalIgnoreCase);
            at >= 0;
            at = text.IndexOf(trace, at + 1, StringComparison.OrdinalIgnoreCase)
        )
        {
            if (!IsLetterAt(text, at - 1) && !IsLetterAt(text, at + trace.Length))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLetterAt(string text, int at) =>
        at >= 0 && at < text.Length && char.IsLetterOrDigit(text[at]);
}
