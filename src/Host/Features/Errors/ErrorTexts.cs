namespace CaseNumerique.Host.Features.Errors;

/// <summary>The words of the error pages.</summary>
internal static class ErrorTexts
{
    /// <summary>Something was sent while the site is seen as another person sees it.</summary>
    public static readonly ShowError.View ReadOnlyView = new(
        "Cette vue est en lecture seule",
        "Vous voyez le site comme une autre personne\u00A0: rien n’a été enregistré. Revenez à votre vue pour agir en votre nom.",
        "/gestion",
        "Revenir à la liste"
    );

    public static ShowError.View Of(int status) =>
        status switch
        {
            403 => new(
                "Cette page ne vous est pas ouverte",
                "Votre compte n’a pas le rôle qu’il faut. Si vous en avez besoin, demandez-le à un administrateur.",
                "/gestion",
                "Revenir à ma liste"
            ),
            404 => new(
                "Cette page n’existe pas, ou plus",
                "L’adresse contient peut-être une faute. Si vous cherchiez un espace, il a pu changer de nom.",
                "/espaces",
                "Chercher un espace"
            ),
            413 => new(
                "Vos fichiers sont trop lourds pour un seul envoi",
                "Revenez en arrière, puis envoyez-les un par un. La page dit combien un fichier peut peser.",
                "/gestion",
                "Revenir à ma liste"
            ),
            429 => new(
                "Trop d’essais en peu de temps",
                "Attendez une minute, puis recommencez. Cette pause protège les comptes.",
                "/connexion",
                "Se connecter"
            ),
            503 => new(
                "Le site est momentanément fermé",
                "Cela ne vient pas de vous. Rien de ce qui était enregistré n’est perdu. Revenez dans quelques minutes.",
                "/",
                "Réessayer"
            ),
            >= 500 => new(
                "Le site n’a pas pu répondre",
                "Cela ne vient pas de vous. L’erreur est notée, et l’équipe la cherche. Réessayez dans un instant.",
                "/espaces",
                "Chercher un espace"
            ),
            _ => new(
                "Cette demande n’a pas été comprise",
                "La page est peut-être restée ouverte trop longtemps. Revenez en arrière, rechargez-la, puis recommencez.",
                "/espaces",
                "Chercher un espace"
            ),
        };
}
