using CaseNumerique.SharedKernel;
using static CaseNumerique.Labelling.Data.ApplicationStatus;

namespace CaseNumerique.Labelling.Data;

/// <summary>One of the ways in which a file goes from one status to another. There is no other.</summary>
/// <param name="Path">Stable name: in URLs, in notifications, in the history.</param>
/// <param name="Verb">What one does, in the infinitive: « déposer le dossier ».</param>
/// <param name="Done">As the history tells it.</param>
/// <param name="From">The statuses in which it is possible.</param>
/// <param name="To">Where it leads; null to go back to where the file was before it had to be completed.</param>
internal sealed record ApplicationMove(
    string Path,
    string Verb,
    string Done,
    ApplicationStatus[] From,
    ApplicationStatus? To
)
{
    public static readonly ApplicationMove Submit = new(
        "depot",
        "déposer le dossier",
        "Dossier déposé",
        [Draft],
        Submitted
    );

    public static readonly ApplicationMove Abandon = new(
        "abandon",
        "abandonner le brouillon",
        "Brouillon abandonné",
        [Draft],
        Abandoned
    );

    public static readonly ApplicationMove TakeOver = new(
        "prise-en-charge",
        "prendre en charge le dossier",
        "Dossier pris en charge",
        [Submitted],
        Admissibility
    );

    public static readonly ApplicationMove AskToComplete = new(
        "demande-de-complements",
        "demander des compléments",
        "Compléments demandés",
        [Admissibility, UnderAssessment],
        ToComplete
    );

    public static readonly ApplicationMove Complete = new(
        "complements",
        "envoyer les compléments",
        "Compléments reçus",
        [ToComplete],
        To: null
    );

    public static readonly ApplicationMove Lapse = new(
        "classement",
        "classer le dossier sans suite",
        "Dossier classé sans suite",
        [ToComplete],
        Lapsed
    );

    public static readonly ApplicationMove Reopen = new(
        "reouverture",
        "rouvrir le dossier",
        "Dossier rouvert",
        [Lapsed],
        Admissibility
    );

    public static readonly ApplicationMove Admit = new(
        "recevabilite",
        "déclarer le dossier complet",
        "Dossier complet, en instruction",
        [Admissibility],
        UnderAssessment
    );

    public static readonly ApplicationMove GiveOpinion = new(
        "avis",
        "rendre l’avis",
        "Avis rendu",
        [UnderAssessment],
        OpinionGiven
    );

    public static readonly ApplicationMove SendToCommittee = new(
        "passage-en-comite",
        "inscrire le dossier en comité",
        "Inscrit en comité",
        [OpinionGiven],
        InCommittee
    );

    /// <summary>It goes back to its assessor, with what must be taken up again.</summary>
    public static readonly ApplicationMove Defer = new(
        "ajournement",
        "ajourner le dossier",
        "Dossier ajourné",
        [OpinionGiven, InCommittee],
        UnderAssessment
    );

    public static readonly ApplicationMove Grant = new(
        "octroi",
        "accorder le label",
        "Label accordé",
        [OpinionGiven, InCommittee],
        Granted
    );

    public static readonly ApplicationMove GrantWithConditions = new(
        "octroi-sous-reserve",
        "accorder le label sous réserve",
        "Label accordé sous réserve",
        [OpinionGiven, InCommittee],
        GrantedWithConditions
    );

    public static readonly ApplicationMove Refuse = new(
        "refus",
        "refuser le label",
        "Label refusé",
        [OpinionGiven, InCommittee],
        Refused
    );

    public static readonly ApplicationMove Withdraw = new(
        "retrait",
        "retirer la demande",
        "Demande retirée",
        [Submitted, Admissibility, ToComplete, UnderAssessment, OpinionGiven, InCommittee],
        Withdrawn
    );

    public static readonly IReadOnlyList<ApplicationMove> All =
    [
        Submit,
        Abandon,
        TakeOver,
        AskToComplete,
        Complete,
        Lapse,
        Reopen,
        Admit,
        GiveOpinion,
        SendToCommittee,
        Defer,
        Grant,
        GrantWithConditions,
        Refuse,
        Withdraw,
    ];

    /// <summary>Why it cannot be done now, in French; null when it can.</summary>
    public string? ReasonAgainst(LabelApplication application) =>
        From.Contains(application.Status)
            ? null
            : $"{Impossible(Verb, application.Status)} Il faut qu’il soit {FrenchText.Either(From.Select(Words))}.";

    /// <summary>« Impossible de rendre l’avis : le dossier est déposé. »</summary>
    /// <param name="verb">What one does, in the infinitive.</param>
    public static string Impossible(string verb, ApplicationStatus status) =>
        $"Impossible {FrenchText.De(verb)}\u00A0: le dossier est {Words(status)}.";

    public static ApplicationMove? Find(string? path) => All.SingleOrDefault(m => m.Path == path);

    /// <summary>A status in the middle of a sentence: « le dossier est … ».</summary>
    public static string Words(ApplicationStatus status) =>
        status switch
        {
            Draft => "en brouillon",
            Submitted => "déposé",
            Admissibility => "en recevabilité",
            ToComplete => "à compléter",
            UnderAssessment => "en instruction",
            OpinionGiven => "en attente de décision",
            InCommittee => "en comité",
            Granted => "accordé",
            GrantedWithConditions => "accordé sous réserve",
            Refused => "refusé",
            Withdrawn => "retiré",
            Abandoned => "abandonné",
            Lapsed => "classé sans suite",
            _ => throw new ArgumentOutOfRangeException(nameof(status)),
        };
}
