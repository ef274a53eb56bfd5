using CaseNumerique.Events.Features.Gatherings;

namespace CaseNumerique.Events.Tests.Features.Gatherings;

/// <summary>A gathering that breaks no rule, to be changed where a test needs it.</summary>
internal static class Gatherings
{
    public static readonly PublishGathering.Command Good = new()
    {
        Edition = 10,
        Title = "10e rencontre des animateurs numériques",
        StartsOn = new DateOnly(2027, 3, 9),
        EndsOn = new DateOnly(2027, 3, 10),
        Place = "Centre culturel de Poindimié",
        Presentation = "Deux jours pour partager ce qui marche.",
        Capacity = 40,
        RegistrationOpensOn = new DateOnly(2027, 1, 4),
        RegistrationClosesOn = new DateOnly(2027, 2, 19),
        Agenda =
            "8 h 30 | 60 | presentation | Où en est le réseau\r\nJour 2\r\n8 h | 90 | demonstration | Musique et dessin",
    };
}
