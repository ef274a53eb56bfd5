using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;

namespace CaseNumerique.Labelling.Features.Charters;

/// <summary>How the state of a version of the charter is shown on a day: the kind of the tag, and its words.</summary>
internal static class CharterTags
{
    /// <param name="numberInForce">Of the version in force on that day.</param>
    public static (string Kind, string Words) Of(
        CharterStatus status,
        int number,
        DateOnly? startsOn,
        int numberInForce,
        DateOnly today
    ) =>
        status is CharterStatus.Draft ? ("draft", "Brouillon")
        : number == numberInForce ? ("done", "En vigueur")
        : startsOn > today ? ("review", $"À partir du {FrenchText.Date(startsOn.Value)}")
        : ("plain", "Remplacée");
}
