namespace CaseNumerique.Events.Features.Gatherings;

internal static class ExampleGatheringTexts
{
    public static IEnumerable<PublishGathering.Command> All(DateOnly today)
    {
        var coming = Tuesday(today.AddDays(98));
        return
        [
            new()
            {
                Edition = 8,
                Title = "8e rencontre des animateurs numériques",
                StartsOn = Tuesday(today.AddDays(-560)),
                Place = "Salle communale de Bourail",
                Capacity = 35,
                Presentation = """
                    Une journée pour se connaître : chaque espace présente un projet en trois minutes, puis six groupes cherchent les sites et les logiciels utiles à leur thème.
                    Les trouvailles de chaque groupe sont mises en commun avant de partir.
                    """,
                Agenda = """
                    8 h 30 | 30 | presentation | Où en est le réseau
                    9 h | 75 | tour de table | Les projets de chaque espace
                    10 h 30 | 60 | demonstration | Vidéo : le clonage
                    11 h 30 | 90 | pause | Déjeuner
                    13 h | 150 | atelier en groupes | Six groupes : initiation à l’informatique, recherche d’emploi, enfants, jeunesse, veille numérique, démarches en ligne
                    15 h 30 | 45 | bilan | Mise en commun
                    """,
            },
            new()
            {
                Edition = 9,
                Title = "9e rencontre des animateurs numériques",
                StartsOn = Tuesday(today.AddDays(-231)),
                Place = "Médiathèque de Lifou, Wé",
                Capacity = 30,
                RegistrationOpensOn = today.AddDays(-300),
                RegistrationClosesOn = today.AddDays(-245),
                Presentation = """
                    Les îles accueillent le réseau. Au cœur de la journée : accompagner une recherche d’emploi quand la connexion est lente, et travailler à deux espaces sur un même projet.
                    """,
                Agenda = """
                    8 h | 45 | presentation | Accueil et nouvelles du réseau
                    8 h 45 | 75 | tour de table | Trois minutes par espace
                    10 h 15 | 75 | demonstration | Accompagner une recherche d’emploi
                    11 h 30 | 90 | pause | Déjeuner
                    13 h | 120 | atelier en groupes | Cinq thèmes, six groupes
                    15 h | 60 | bilan | Les binômes et leur première date
                    """,
            },
            new()
            {
                Edition = 10,
                Title = "10e rencontre des animateurs numériques",
                StartsOn = coming,
                EndsOn = coming.AddDays(1),
                Place = "Centre culturel de Poindimié",
                Capacity = 40,
                RegistrationOpensOn = today.AddDays(-7),
                RegistrationClosesOn = coming.AddDays(-18),
                Presentation = """
                    Dix éditions : deux jours pour partager ce qui marche et repartir avec des ateliers prêts à l’emploi.
                    Le premier jour réunit six groupes de recherche ; le second forme des binômes d’espaces autour de projets communs.
                    """,
                Agenda = """
                    8 h 30 | 30 | presentation | Accueil, geste coutumier
                    9 h | 45 | presentation | Où en est le réseau
                    9 h 45 | 75 | tour de table | Les projets de chaque espace
                    11 h | 60 | demonstration | Accompagner une recherche d’emploi
                    12 h | 90 | pause | Déjeuner
                    13 h 30 | 150 | atelier en groupes | Initiation à l’informatique, recherche d’emploi, enfants, jeunesse, veille numérique, démarches en ligne
                    16 h | 45 | bilan | Mise en commun
                    Jour 2
                    8 h | 90 | demonstration | Musique et dessin assistés par ordinateur
                    9 h 30 | 90 | atelier en groupes | Projets communs : former les binômes
                    11 h | 60 | bilan | Bilan et départ
                    """,
            },
        ];
    }

    private static DateOnly Tuesday(DateOnly day) => day.AddDays((DayOfWeek.Tuesday - day.DayOfWeek + 7) % 7);
}
