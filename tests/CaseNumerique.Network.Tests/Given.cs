using CaseNumerique.Network.Data;
using CaseNumerique.Network.Features.Epns;

namespace CaseNumerique.Network.Tests;

/// <summary>Spaces that tests start from.</summary>
internal static class Given
{
    public static RegisterEpn.Command LesBanians =>
        new()
        {
            Name = "Les Banians",
            InseeCode = "98811",
            Address = "Quartier de la gare routière",
            Phone = "47 12 34",
            OperatorName = "Association Les Amis du Kaori",
            OperatorKind = OperatorKind.Association,
            ManagerName = "Marie-Rose T.",
            ManagerEmail = "marie-rose@banians.example",
            ManagerPhone = "75.12.34",
        };

    public static RegisterEpn.Command Emeraude =>
        LesBanians with
        {
            Name = "Case de l’Émeraude",
            InseeCode = "98814",
            Address = "Tribu de la baie",
        };
}
