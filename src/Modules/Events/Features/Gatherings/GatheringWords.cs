using CaseNumerique.SharedKernel;

namespace CaseNumerique.Events.Features.Gatherings;

internal static class GatheringWords
{
    /// <summary>« 1re », « 10e ».</summary>
    public static string Ordinal(int edition) => edition == 1 ? "1re" : $"{edition}e";

    /// <summary>« 8 h 30 » for 510.</summary>
    public static string Hour(int minute) => FrenchText.Hour(new TimeOnly(minute / 60 % 24, minute % 60));

    /// <summary>What a reader may still do today to take part.</summary>
    public static string Registration(DateOnly today, DateOnly endsOn, DateOnly? opensOn, DateOnly? closesOn) =>
        (opensOn, closesOn) switch
        {
            _ when today > endsOn => "Cette rencontre a eu lieu",
            (null, null) => "Les dates d’inscription ne sont pas encore fixées",
            ({ } opens, _) when today < opens => $"Inscriptions à partir du {FrenchText.DateInFull(opens)}",
            (_, { } closes) when today <= closes =>
                $"Inscriptions ouvertes jusqu’au {FrenchText.DateInFull(closes)} inclus",
            (_, not null) => "Les inscriptions sont closes",
            _ => "Inscriptions ouvertes",
        };
}
