using CaseNumerique.Labelling.Data;

namespace CaseNumerique.Labelling.Features.Labels;

/// <summary>One of the things that one person proposes for a label and another decides.</summary>
/// <param name="Path">Its name in the URL.</param>
/// <param name="Verb">As on a button, to decide it.</param>
/// <param name="Proposing">As on a button, to propose it.</param>
/// <param name="Done">As the history tells it.</param>
/// <param name="From">The states in which it can happen; none for a grant, which makes the label.</param>
/// <param name="Consequences">What follows, for whom; shown before it is done.</param>
internal sealed record LabelAct(
    string Path,
    string Verb,
    string Proposing,
    string Done,
    bool IsHarmful,
    LabelStatus[] From,
    LabelStatus To,
    string Consequences
)
{
    public static readonly LabelAct Grant = new(
        "octroi",
        "Accorder le label",
        "Proposer l’octroi",
        "Label accordé",
        IsHarmful: false,
        [],
        LabelStatus.Active,
        "Le label reçoit son numéro. Le portail présente l’espace comme Case numérique."
    );

    private static readonly LabelAct[] _all =
    [
        Grant,
        new(
            "suspension",
            "Suspendre le label",
            "Proposer la suspension",
            LabelEvent.Suspended,
            IsHarmful: true,
            [LabelStatus.Active, LabelStatus.UnderRenewal],
            LabelStatus.Suspended,
            "Les rappels s’arrêtent. Le portail affiche « Suspendu ». La fin de validité ne bouge pas."
        ),
        new(
            "levee",
            "Lever la suspension",
            "Proposer la levée de la suspension",
            "Suspension levée",
            IsHarmful: false,
            [LabelStatus.Suspended],
            LabelStatus.Active,
            "Le portail affiche de nouveau « Case numérique ». Le rappel le plus récent part s’il était échu."
        ),
        new(
            "retrait",
            "Retirer le label",
            "Proposer le retrait",
            "Label retiré",
            IsHarmful: true,
            [LabelStatus.Active, LabelStatus.UnderRenewal, LabelStatus.Suspended],
            LabelStatus.Withdrawn,
            "Les rappels s’arrêtent. L’espace n’est plus présenté comme Case numérique, et doit retirer la plaque. Un retrait ne s’annule pas."
        ),
    ];

    /// <summary>As the history tells that it was proposed.</summary>
    public string Proposed => $"Proposition\u00A0: {InSentence}";

    /// <summary>The verb in the middle of a sentence.</summary>
    public string InSentence => $"{char.ToLowerInvariant(Verb[0])}{Verb[1..]}";

    public static IReadOnlyList<LabelAct> For(LabelStatus status) => [.. _all.Where(a => a.From.Contains(status))];

    public static LabelAct? Find(string? path) => _all.SingleOrDefault(a => a.Path == path);
}
