namespace CaseNumerique.Resources.Features.Kits;

internal static class ExampleKitTexts
{
    public static readonly IReadOnlyList<PublishKit.Command> All =
    [
        new()
        {
            Title = "Vidéo : le clonage",
            Summary =
                "Filmer deux fois la même personne et la faire apparaître côte à côte. Le montage s’apprend en riant.",
            Objectives = """
                poser un appareil et cadrer un plan fixe
                filmer deux scènes qui se complètent
                assembler deux vidéos avec un masque
                dire ce qui est vrai et ce qui est truqué dans une image
                """,
            Audience = "Dès 10 ans, savoir ouvrir un fichier",
            MinPeople = 4,
            MaxPeople = 12,
            Minutes = 120,
            Material = "3 ordinateurs avec OpenShot, 3 téléphones ou tablettes, 1 pied lourd, 1 vidéoprojecteur",
            IsOfflinePossible = true,
            Steps = """
                10 | Accueil et démonstration | Projetez la vidéo d’exemple sans l’expliquer. Demandez : comment est-ce fait ?
                20 | Imaginer la scène | Par trois. Chaque trio dessine deux cases : à gauche le personnage, à droite son double. Ils ne se croisent jamais.
                30 | Filmer | L’appareil ne bouge plus. On filme la case de gauche, puis celle de droite, sans toucher au réglage ni à la lumière.
                40 | Monter | Superposez les deux vidéos, tracez le masque au milieu, ajustez le départ. Les plus rapides ajoutent un troisième double.
                20 | Regarder et parler | Projetez tout. Terminez par la question : à quoi reconnaît-on une image truquée ?
                """,
        },
        new()
        {
            Title = "Accompagner une recherche d’emploi",
            Summary =
                "Du premier clic à la candidature envoyée : lire une offre, écrire un CV d’une page, garder la trace de ses envois.",
            Objectives = """
                choisir trois offres qui correspondent à son métier
                écrire un CV d’une page et l’enregistrer en PDF
                joindre un fichier à un courriel et l’envoyer
                noter ses candidatures dans un tableau
                """,
            Audience = "Adultes, savoir se servir d’une souris ; adresse électronique utile",
            MinPeople = 3,
            MaxPeople = 8,
            Minutes = 150,
            Material =
                "1 ordinateur par personne avec une suite bureautique, 1 imprimante, le modèle de CV sur clé USB",
            Steps = """
                15 | Faire connaissance | Chacun dit un métier exercé, même non payé, et une chose qu’il sait bien faire. Notez ces mots : ils serviront au CV.
                30 | Lire une offre | Ensemble, soulignez dans une offre imprimée le métier, le lieu, le contrat, la date limite. Puis chacun en cherche trois en ligne.
                50 | Écrire son CV | Partez du modèle. Une page, pas de photo obligatoire. Relisez à deux : la date, le téléphone, l’orthographe.
                25 | Envoyer | Enregistrez en PDF sous la forme nom-prenom-cv. Envoyez d’abord à son voisin, puis au recruteur. Vérifiez la pièce jointe.
                15 | Garder la trace | Un tableau à quatre colonnes : date, employeur, offre, réponse. Fixez le jour de la relance.
                10 | Se quitter | Fermez les sessions ouvertes. Remettez à chacun sa clé USB ou sa feuille imprimée, et rien sur l’ordinateur de la salle.
                """,
        },
        new()
        {
            Title = "Musique et dessin assistés par ordinateur",
            Summary =
                "Composer une boucle de huit mesures et dessiner sa pochette, avec deux logiciels libres qui fonctionnent sans internet.",
            Objectives = """
                enregistrer un son et le couper proprement
                superposer un rythme, une basse et une voix
                dessiner avec des calques
                exporter un morceau et une image
                """,
            Audience = "Dès 12 ans, débutants bienvenus",
            MinPeople = 2,
            MaxPeople = 10,
            Minutes = 180,
            Material = "5 ordinateurs avec LMMS et Krita, 5 casques, 1 micro, 1 tablette graphique si possible",
            IsOfflinePossible = true,
            Steps = """
                15 | Écouter | Passez trois boucles très différentes. On compte les temps avec les mains avant de toucher à l’ordinateur.
                35 | Poser le rythme | Par deux, un casque pour deux avec un doubleur. Quatre mesures de percussions, puis une basse de trois notes.
                30 | Enregistrer la voix | Un mot, un rire, un conte, dans la langue de son choix. On coupe les silences et on pose la voix sur le rythme.
                15 | Pause | Éteignez les écrans et sortez.
                45 | Dessiner la pochette | Un calque pour le trait, un pour la couleur, un pour le titre. On peut photographier un dessin au crayon et le repasser.
                25 | Exporter | Le morceau en OGG, l’image en PNG. Notez qui a fait quoi : ce sont les auteurs.
                15 | Écouter ensemble | Chaque binôme présente son morceau. Demandez l’accord de chacun avant de le publier.
                """,
        },
        new()
        {
            Title = "Premiers pas à la souris et au clavier",
            Summary =
                "Une première heure sans peur : tenir la souris, écrire son nom, effacer, retrouver ce qu’on a écrit.",
            Objectives = """
                pointer, cliquer et faire défiler
                écrire une phrase avec majuscules et accents
                enregistrer un texte et le rouvrir
                """,
            Audience = "Grands débutants, aînés",
            MinPeople = 2,
            MaxPeople = 6,
            Minutes = 60,
            Material = "1 ordinateur par personne, souris filaires, 1 clavier dessiné sur une grande affiche",
            IsOfflinePossible = true,
            Steps = """
                10 | S’installer | Réglez la chaise, la taille du pointeur et celle du texte. Demandez à chacun ce qu’il aimerait faire un jour.
                15 | La souris | Le jeu de cartes de l’ordinateur suffit : il fait cliquer et glisser sans y penser.
                20 | Le clavier | On écrit son nom, sa tribu ou son quartier, puis une phrase. Montrez les accents et la touche qui efface.
                10 | Retrouver son texte | Enregistrez, fermez, rouvrez. Recommencez une fois : c’est la seconde fois qui compte.
                5 | Se donner rendez-vous | Chacun dit ce qu’il a réussi. Notez la date de la prochaine séance sur la feuille qu’il emporte.
                """,
        },
        new()
        {
            Title = "Faire une démarche en ligne sans se tromper",
            Summary =
                "Reconnaître un site officiel, créer un mot de passe solide, joindre une pièce et garder la preuve de l’envoi.",
            Objectives = """
                reconnaître l’adresse d’un site officiel
                créer un mot de passe long et le retrouver
                photographier une pièce lisible et l’envoyer
                garder la preuve d’une démarche
                """,
            Audience = "Adultes, savoir écrire au clavier",
            MinPeople = 3,
            MaxPeople = 8,
            Minutes = 90,
            Material = "1 ordinateur par personne, 1 téléphone qui photographie, papier et crayons",
            Steps = """
                15 | Vrai ou faux site | Projetez six adresses. On vote à main levée, puis on lit l’adresse ensemble, de droite à gauche.
                20 | Un mot de passe | Quatre mots sans rapport, écrits au dos d’une carte qui reste chez soi. Personne ne dit le sien à voix haute.
                25 | La pièce à joindre | Posez la feuille près d’une fenêtre. On recommence tant qu’un mot reste flou. Vérifiez le poids du fichier.
                20 | La démarche | Sur un formulaire d’exercice, sans vraies données. Lisez chaque écran à voix haute avant de cliquer.
                10 | La preuve | Enregistrez l’accusé de réception, notez le numéro et la date. Fermez la session.
                """,
        },
        new()
        {
            Title = "Enquêter sur une rumeur",
            Summary =
                "Une image circule dans le groupe de messages : d’où vient-elle, qui la partage, que montre-t-elle vraiment ?",
            Objectives = """
                remonter à la première publication d’une image
                distinguer un fait, une opinion et une publicité
                répondre sans blesser à celui qui a partagé
                """,
            Audience = "Dès 13 ans, jeunes et parents ensemble",
            MinPeople = 6,
            MaxPeople = 16,
            Minutes = 90,
            Material = "4 ordinateurs ou tablettes, 1 vidéoprojecteur, 4 rumeurs imprimées",
            Steps = """
                10 | Le jeu du message | Un message passe de bouche à oreille autour de la salle. Comparez le début et la fin.
                35 | L’enquête | Par quatre, une rumeur par groupe. Recherche par image, date, auteur, autre source. On note chaque preuve.
                25 | Le procès | Chaque groupe présente ses preuves. Les autres décident : vrai, faux, ou on ne sait pas.
                15 | Répondre | Écrivez une réponse de deux lignes à la personne qui a partagé. Elle doit pouvoir la lire sans honte.
                5 | Le réflexe | Chacun choisit une question à se poser avant de partager, et l’écrit sur une carte.
                """,
        },
    ];
}
