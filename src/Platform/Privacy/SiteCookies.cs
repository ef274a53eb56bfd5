namespace CaseNumerique.Platform.Privacy;

/// <summary>A cookie of the site, by its name without the prefix that binds it to the host.</summary>
internal sealed record SiteCookie(string Name, string Purpose, string Life);

/// <summary>Every cookie that the site sets. None follows anybody, so none needs a consent.</summary>
internal static class SiteCookies
{
    private const string UntilClosed = "Jusqu’à la fermeture du navigateur";

    public static readonly IReadOnlyList<SiteCookie> All =
    [
        new(
            "case",
            "Reconnaître la session d’une personne connectée",
            "Une demi-heure sans visite, huit heures au plus"
        ),
        new("case-appareil", "Reconnaître l’appareil, pour prévenir d’une connexion depuis un autre", "400 jours"),
        new("case-etape", "Retenir le premier pas d’une connexion en deux pas", "Dix minutes"),
        new("case-fournisseur", "Retenir la réponse d’un fournisseur d’identité", "Cinq minutes"),
        new("case-cle", "Retenir l’essai d’une clé d’accès", "Cinq minutes"),
        new("case-formulaire", "Empêcher qu’un autre site envoie un formulaire à votre place", UntilClosed),
        new("case-message", "Montrer une fois ce qui vient d’être fait", "La page suivante"),
    ];
}
