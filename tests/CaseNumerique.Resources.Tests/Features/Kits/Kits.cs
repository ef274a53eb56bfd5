using CaseNumerique.Resources.Features.Kits;

namespace CaseNumerique.Resources.Tests.Features.Kits;

/// <summary>A kit that breaks no rule, to be changed where a test needs it.</summary>
internal static class Kits
{
    public static readonly PublishKit.Command Good = new()
    {
        Title = "Vidéo : le clonage",
        Summary = "Filmer deux fois la même personne",
        Objectives = "filmer\r\nmonter",
        Audience = "Dès 10 ans",
        MinPeople = 4,
        MaxPeople = 12,
        Minutes = 60,
        Material = "3 ordinateurs",
        IsOfflinePossible = true,
        Steps = "20 | Filmer | L’appareil ne bouge plus.\r\n40 | Monter",
    };
}
