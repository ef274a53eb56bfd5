using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;

namespace CaseNumerique.Labelling.Features.Exports;

/// <summary>What whoever opens the archive reads first.</summary>
internal static class ArchiveReadMe
{
    public const string Name = "LISEZMOI.txt";

    public static string Write(LabelApplication file, Epn epn, IReadOnlyList<FiledSeal> seals, DateTime now) =>
        FrenchText.Typeset(
            $"""
            Dossier {file.Number} : {epn.Name}, {epn.Commune}
            Exporté le {FrenchText.Instant(now)} (heure de Nouméa).

            Ce que contient cette archive

            dossier.json : le dossier tel qu’il est au jour de l’export. Réponses par critère avec les deux notes (celle de
            l’espace, celle d’ÉcoNum), demandes de compléments, messages, avis extérieurs, visites et constats, résultats du
            comité, décision, réserves, historique. Il nomme des personnes : ne le transmettez qu’à qui en a besoin.

            depots/ : ce que l’espace a déposé, à l’octet près. Le numéro 1 est le dépôt, les suivants sont les compléments.

            pieces/ : les pièces jointes, telles qu’elles sont gardées. pieces/INDEX.txt donne leur intitulé et leurs critères,
            et nomme celles qui ne sont pas jointes.

            Vérifier un sceau

            Le récépissé porte un sceau : l’empreinte SHA-256 du dépôt. Recalculez-la, elle doit être la même que ci-dessous
            et que sur le récépissé. Un seul caractère changé donne une tout autre empreinte.

            """
        )
        // Commands and seals are for machines: no typography.
        + """
            Windows (PowerShell) : Get-FileHash depots\1.json -Algorithm SHA256
            macOS : shasum -a 256 depots/1.json
            Linux : sha256sum depots/1.json


            """
        + string.Concat(seals.Select(s => $"{s.Path}, déposé le {FrenchText.Instant(s.FiledAt)}\n{s.Seal}\n\n"));
}
