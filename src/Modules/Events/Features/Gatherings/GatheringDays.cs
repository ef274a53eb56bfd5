using CaseNumerique.SharedKernel;

namespace CaseNumerique.Events.Features.Gatherings;

/// <summary>The days of a gathering in words.</summary>
internal sealed record GatheringDays(DateOnly First, DateOnly Last)
{
    /// <summary>The large figures of the date block: « 9 », « 9–10 »; the first day alone when the month changes.</summary>
    public string Figures => First == Last || !IsOneMonth ? $"{First.Day}" : $"{First.Day}–{Last.Day}";

    /// <summary>Under the figures: « mars 2027 ».</summary>
    public string Month => First.ToString("MMMM yyyy", FrenchText.Culture);

    /// <summary>« Mardi 9 mars 2027 », « Du 9 au 10 mars 2027 », « Du 30 mars au 2 avril 2027 ».</summary>
    public string InWords =>
        this switch
        {
            _ when First == Last => Capital(FrenchText.DateInFull(First)),
            { IsOneMonth: true } => $"Du {Ordinal(First)} au {FrenchText.Date(Last)}",
            _ when First.Year == Last.Year =>
                $"Du {Ordinal(First)} {First.ToString("MMMM", FrenchText.Culture)} au {FrenchText.Date(Last)}",
            _ => $"Du {FrenchText.Date(First)} au {FrenchText.Date(Last)}",
        };

    private bool IsOneMonth => (First.Year, First.Month) == (Last.Year, Last.Month);

    private static string Capital(string words) => $"{char.ToUpper(words[0], FrenchText.Culture)}{words[1..]}";

    private static string Ordinal(DateOnly day) => day.Day == 1 ? "1er" : $"{day.Day}";
}
