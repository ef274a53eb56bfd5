namespace CaseNumerique.Platform.Privacy;

/// <summary>Why the platform handles data of people: what the law wants every visitor to be able to read.</summary>
/// <param name="Basis">The legal basis.</param>
/// <param name="Recipients">Who reads it.</param>
internal sealed record Processing(string Purpose, string Basis, string Data, string Recipients);

internal static class ProcessingRegister
{
    private const string PublicInterest = "Mission d’intérêt public (développement du numérique en Nouvelle-Calédonie)";
    private const string Team = "L’équipe ÉcoNum";

    public static readonly IReadOnlyList<Processing> All =
    [
        new(
            "Ouvrir et protéger les comptes",
            PublicInterest,
            "Nom, adresse électronique, rôles, moyens de connexion, appareils et adresses réseau des sessions",
            $"{Team}, et la personne elle-même"
        ),
        new(
            "Tenir le réseau des espaces publics numériques",
            PublicInterest,
            "Nom, fonction, courriel et téléphone professionnels des gestionnaires et animateurs",
            $"{Team} et l’espace concerné ; rien n’est public sans l’accord de la personne"
        ),
        new(
            "Attribuer le label et rappeler ses échéances",
            PublicInterest,
            "Nom et adresse des personnes à prévenir, rappels envoyés, fichiers joints au dossier ; nom de qui le dépose, l’instruit, vote et décide, avec les intérêts déclarés ; nom et adresse des personnes dont un avis est demandé",
            $"{Team}, le comité du label, l’espace concerné"
        ),
        new(
            "Savoir qui a fait quoi",
            "Obligation de sécurité",
            "Actes, date, nom, adresse réseau et navigateur de la personne qui agit",
            Team
        ),
        new(
            "Répondre aux demandes d’accès, de correction et d’effacement",
            "Obligation légale",
            "Nom, adresse et message de la personne qui demande",
            "Les administrateurs"
        ),
    ];
}
