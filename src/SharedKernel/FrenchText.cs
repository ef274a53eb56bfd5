using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CaseNumerique.SharedKernel;

/// <summary>French as it is printed: dates in words, no-break spaces, typographic apostrophes.</summary>
public static partial class FrenchText
{
    private const char NoBreak = '\u00A0';
    private const char NarrowNoBreak = '\u202F';

    public static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>« 26 novembre 2026 », « 1er mars 2027 ».</summary>
    public static string Date(DateOnly day) =>
        $"{(day.Day == 1 ? "1er" : day.Day.ToString(Culture))}{NoBreak}{day.ToString("MMMM", Culture)}{NoBreak}{day.Year}";

    /// <summary>« jeudi 26 novembre 2026 ».</summary>
    public static string DateInFull(DateOnly day) => $"{day.ToString("dddd", Culture)} {Date(day)}";

    /// <summary>« 7 h 01 », « 7 h »: the hour in Nouméa of a UTC instant.</summary>
    public static string Hour(DateTime utc) => Hour(TimeOnly.FromDateTime(NoumeaTime.ToNoumea(utc)));

    /// <summary>« 8 h 30 », « 8 h »: an hour on a clock in Nouméa.</summary>
    public static string Hour(TimeOnly hour) =>
        hour.Minute == 0 ? $"{hour.Hour}{NoBreak}h" : $"{hour.Hour}{NoBreak}h{NoBreak}{hour:mm}";

    /// <summary>« 45 min », « 2 h », « 1 h 30 ».</summary>
    public static string Duration(int minutes) =>
        minutes < 60
            ? $"{minutes}{NoBreak}min"
            : $"{minutes / 60}{NoBreak}h{(minutes % 60 == 0 ? "" : $"{NoBreak}{minutes % 60:00}")}";

    /// <summary>« 26 novembre 2026 à 7 h 01 », in Nouméa.</summary>
    public static string Instant(DateTime utc) => $"{Date(NoumeaTime.DayOf(utc))} à {Hour(utc)}";

    /// <summary>« 4 860 », with a narrow no-break space.</summary>
    public static string Number(long value) =>
        value.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', NarrowNoBreak);

    /// <summary>« 47 12 34 » for +687471234; other numbers as they stand.</summary>
    public static string Phone(string e164) =>
        NewCaledonian().Match(e164) is { Success: true } m
            ? $"{m.Groups[1]}{NoBreak}{m.Groups[2]}{NoBreak}{m.Groups[3]}"
            : e164;

    /// <summary>« 1 courriel », « 2 courriels »: French counts 0 and 1 as singular.</summary>
    public static string Count(long value, string singular, string? plural = null) =>
        $"{Number(value)}{NoBreak}{(Math.Abs(value) < 2 ? singular : plural ?? singular + "s")}";

    /// <summary>« 812 octets », « 95 Ko », « 1,2 Mo »: the weight of a file.</summary>
    public static string Size(long bytes) =>
        bytes switch
        {
            < 1_000 => Count(bytes, "octet"),
            < 1_000_000 => $"{bytes / 1_000}{NoBreak}Ko",
            _ => $"{(bytes / 1_000_000.0).ToString("0.#", Culture)}{NoBreak}Mo",
        };

    /// <summary>« de rendre », « d’envoyer ».</summary>
    public static string De(string words) =>
        "aeiouyhàâéèêëîïôûù".Contains(char.ToLower(words[0], Culture)) ? $"d’{words}" : $"de {words}";

    /// <summary>« déposé, en recevabilité ou à compléter ».</summary>
    public static string Either(IEnumerable<string> words)
    {
        string[] all = [.. words];
        return all.Length < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} ou {all[^1]}";
    }

    /// <summary>Sets the spaces and apostrophes of a sentence; leaves addresses (e-mail, URL) as they are.</summary>
    public static string Typeset(string text) =>
        string.Join(
                ' ',
                text.Split(' ')
                    .Select(word => word.Contains('@') || word.Contains("://") ? word : word.Replace('\'', '’'))
            )
            .Replace(" :", $"{NoBreak}:")
            .Replace(" ;", $"{NarrowNoBreak};")
            .Replace(" ?", $"{NarrowNoBreak}?")
            .Replace(" !", $"{NarrowNoBreak}!")
            .Replace("« ", $"«{NoBreak}")
            .Replace(" »", $"{NoBreak}»");

    /// <summary>What a search compares: no accents, no case, every apostrophe and hyphen a space.</summary>
    public static string Fold(string? text)
    {
        var plain = new StringBuilder();
        foreach (var letter in (text ?? "").Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' ');
            }
        }

        return Spaces().Replace(plain.ToString().Replace("œ", "oe"), " ").Trim();
    }

    /// <summary>A name as it stands in a URL: « L'Île-des-Pins » gives <c>l-ile-des-pins</c>.</summary>
    public static string Slug(string text) => Fold(text).Replace(' ', '-');

    [GeneratedRegex(@"^\+687(\d\d)(\d\d)(\d\d)$")]
    private static partial Regex NewCaledonian();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
