using CaseNumerique.SharedKernel;

namespace CaseNumerique.Host.Tests.Printing;

/// <summary>One document of each look, with every block. Places are true, people and decisions are not.</summary>
internal static class Papers
{
    public const string Address = "https://case-numerique.example/verification?numero=CASE-017";
    public const string Seal = "SHA-256 3f5a9c0d7b1e4f2866a0c4d9e8b7f6a5c3d2e1f00918273645546372819afbec";

    private static readonly DateTime _at = new(2026, 11, 25, 21, 30, 0, DateTimeKind.Utc);
    private static readonly DateOnly _day = new(2026, 11, 26);

    public static Printout Letter { get; } =
        Of(
            "Décision d'attribution du label",
            new PrintBlock.Paragraph(
                "Madame la présidente, la commission a examiné le 24 novembre 2026 la demande déposée par l'association « Hnalapa »"
                    + " pour l'espace de Wé : elle l'a jugée complète et conforme au référentiel."
            ),
            new PrintBlock.Heading("Ce qui est décidé"),
            new PrintBlock.Paragraph("Le label est accordé à l'espace public numérique nommé ci-dessous !"),
            new PrintBlock.Facts(
                new PrintFact("Espace", "Médiathèque Löhna, Drehu (Lifou)"),
                new PrintFact("Numéro du label", "CASE-017"),
                new PrintFact("Valable", "du 1er décembre 2026 au 30 novembre 2029"),
                new PrintFact("Subvention", $"{FrenchText.Number(1_500_000)} F CFP, versée en deux fois")
            ),
            new PrintBlock.Heading("Résultat par chapitre", 3),
            new PrintBlock.Table(
                "Notes de la grille de visite",
                [new("Chapitre"), new("Constat"), new("Points", PrintAlign.End), new("Sur", PrintAlign.End)],
                [
                    ["Accueil", "Ouvert six jours sur sept, accès de plain-pied", "18", "20"],
                    ["Équipement", "Douze postes, dont deux adaptés ; une imprimante", "15", "20"],
                    ["Accompagnement", "Deux animatrices, permanences en drehu et en français", "19", "20"],
                ]
            ),
            new PrintBlock.Heading("Ce qu'il vous reste à faire"),
            new PrintBlock.List([
                "Apposer la plaque à l'entrée avant le 31 janvier 2027.",
                "Déclarer les horaires d'été sur la plateforme.",
                "Prévenir de tout déménagement au moins un mois avant.",
            ])
            {
                Numbered = true,
            },
            new PrintBlock.List(["Le cœur du référentiel ne change pas.", "Iaai : ëë, öö, üü sont gardés."]),
            new PrintBlock.Note(
                "Voies et délais de recours",
                "Cette décision peut être contestée devant le tribunal administratif de Nouvelle-Calédonie dans les trois mois"
                    + " qui suivent sa notification."
            ),
            new PrintBlock.Signature("Nouméa", _day, "Marie Exemple", "La directrice d'ÉcoNum"),
            new PrintBlock.QrCode(Address, "Vérifier que ce label est en cours")
        ) with
        {
            Subject = "Label « Case numérique », espace de Wé",
            Reference = "CN-2026-0031",
            Addressee = ["Association Hnalapa", "à l'attention de sa présidente", "BP 117", "98820 Lifou"],
            Seal = Seal,
        };

    public static Printout Certificate { get; } =
        Of(
            "Certificat de label",
            new PrintBlock.Paragraph("Le label « Case numérique » est accordé à"),
            new PrintBlock.Heading("Médiathèque Löhna"),
            new PrintBlock.Paragraph("Drehu (Lifou), province des Îles Loyauté"),
            new PrintBlock.Facts(
                new PrintFact("Numéro", "CASE-017"),
                new PrintFact("Accordé le", FrenchText.Date(_day)),
                new PrintFact("Valable jusqu'au", FrenchText.Date(new DateOnly(2029, 11, 30)))
            ),
            new PrintBlock.QrCode(Address, "Vérifier que ce label est en cours"),
            new PrintBlock.Signature("Nouméa", _day, "Marie Exemple", "La directrice d'ÉcoNum")
        ) with
        {
            Look = PrintLook.Certificate,
            Subject = "Espaces publics numériques de Nouvelle-Calédonie",
            Reference = "CASE-017",
            Seal = Seal,
        };

    public static Printout Of(string title, params PrintBlock[] blocks) => new(title, _at, blocks);
}
