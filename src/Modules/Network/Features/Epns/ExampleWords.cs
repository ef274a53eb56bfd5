namespace CaseNumerique.Network.Features.Epns;

/// <summary>The words that example spaces are made of.</summary>
internal static class ExampleWords
{
    public static readonly string[] Names = Read(
        """
        Les Banians; La Pirogue numérique; Le Faré connecté; Espace Corail; Les Alizés; La Clé des chants;
        Le Grand Flamboyant; Les Deux Rives; La Passerelle; Le Clic du lagon; La Cabane à écrans; L’Escale
        """
    );

    public static readonly string[] Kinds = Read(
        """
        Case; Espace; Relais; Médiathèque; Atelier; Maison numérique; Faré; Point numérique; Comptoir; Foyer;
        Cyber-case; Salle
        """
    );

    public static readonly string[] Motifs = Read(
        """
        de l’Émeraude; de l’Aiguille; des Cocotiers; du Niaouli; du Santal; de la Roussette; du Notou;
        du Cagou; du Kaori; de la Mangrove; du Récif; des Flamboyants; du Lagon; de la Passe; du Bourao;
        des Bougainvilliers; de l’Hibiscus; des Fougères; de la Cascade; du Creek; de l’Estran; du Platier;
        de l’Igname; du Taro; de la Vague; du Phare; des Tortues; du Nautile; de l’Horizon; du Bancoulier;
        des Roseaux; de la Source; du Pin colonnaire; des Lataniers; du Vent d’est; de la Saline; du Tamarin;
        de la Tontine; des Quatre Chemins; du Vieux Wharf
        """
    );

    public static readonly string[] Suffixes = Read(
        """
        ; de la baie; du col; de la pointe; de la plaine; de la rivière; du haut; du bord de mer;
        des trois ponts; de la grande plage; du stade; du marché
        """
    );

    public static readonly string[] Societies = Read(
        """
        Association Les Amis; Association Le Cercle; Association La Ruche; Association Jeunesse; Comité;
        Foyer rural
        """
    );

    public static readonly string[] Addresses = Read(
        """
        Près de la mairie; Derrière le marché; Face au collège; Ancienne poste; Route territoriale;
        À côté du stade; Maison commune, tribu; Quartier de la gare routière; Près du dispensaire; Village;
        Front de mer
        """
    );

    public static readonly string[] OpeningHours =
    [
        "Lundi au vendredi : 8 h – 11 h 30\nMardi et jeudi : 13 h – 16 h",
        "Mardi au vendredi : 9 h – 12 h et 13 h – 17 h\nSamedi : 8 h – 11 h",
        "Lundi, mercredi, vendredi : 7 h 30 – 11 h 30",
        "Lundi au jeudi : 8 h – 15 h 30\nVendredi : 8 h – 11 h 30",
        "Mercredi : 8 h – 16 h\nSamedi : 8 h – 12 h",
    ];

    public static readonly string[] Presentations = Read(
        """
        Être aidé dans une démarche, imprimer, apprendre à son rythme. Entrée libre et gratuite.;
        Chercher un emploi, écrire un CV, préparer un entretien. Un animateur ou une animatrice vous accueille.;
        Des ateliers en petit groupe : téléphone, messagerie, photos, démarches en ligne.;
        Six ordinateurs, le Wi-Fi et une imprimante, avec quelqu’un à côté si besoin.;
        Accès libre le matin, ateliers l’après-midi. Accueil de plain-pied.
        """
    );

    public static readonly string[] FirstNames = Read(
        """
        Marie-Rose; Nadège; Jean-Yves; Élise; Honoré; Rosalie; Téa; Doui; Poindi; Waïna; Sosefo; Malia;
        Emmanuel; Jeanne; Maéva; Auguste; Hélène; Firmin; Suzanne; Mickaël; Léontine; Gabriel; Yolande; Denis;
        Clarisse; Ismaël
        """
    );

    private static string[] Read(string list) =>
        [.. list.Split(';').Select(word => word.ReplaceLineEndings("").Trim())];
}
