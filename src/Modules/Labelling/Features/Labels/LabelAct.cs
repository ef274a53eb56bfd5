using System.Security.Claims;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;

namespace CaseNumerique.Labelling.Features.Labels;

/// <summary>One of the things that can happen to a label.</summary>
/// <param name="Path">Its name in the URL.</param>
/// <param name="From">The states in which it can happen.</param>
/// <param name="Consequences">What follows, for whom; shown before it is done.</param>
internal sealed record LabelAct(
    string Path,
    string Verb,
    string Question,
    string Done,
    string Policy,
    bool IsHarmful,
    LabelStatus[] From,
    LabelStatus To,
    string Consequences
)
{
    private static readonly LabelAct[] _all =
    [
        new(
            "renouvellement",
            "Noter le renouvellement déposé",
            "Le dossier de renouvellement est-il déposé complet ?",
            "Renouvellement déposé",
            Policies.Assess,
            IsHarmful: false,
            [LabelStatus.Active],
            LabelStatus.UnderRenewal,
            "Les rappels s’arrêtent. Le label reste affiché « En renouvellement » jusqu’à la décision."
        ),
        new(
            "suspension",
            "Suspendre le label",
            "Suspendre ce label ?",
            "Label suspendu",
            Policies.Decide,
            IsHarmful: true,
            [LabelStatus.Active, LabelStatus.UnderRenewal],
            LabelStatus.Suspended,
            "Les rappels s’arrêtent. Le portail affiche « Suspendu ». La fin de validité ne bouge pas."
        ),
        new(
            "levee",
            "Lever la suspension",
            "Lever la suspension de ce label ?",
            "Suspension levée",
            Policies.Decide,
            IsHarmful: false,
            [LabelStatus.Suspended],
            LabelStatus.Active,
            "Le portail affiche de nouveau « Case numérique ». Le rappel le plus récent part s’il était échu."
        ),
        new(
            "retrait",
            "Retirer le label",
            "Retirer ce label ?",
            "Label retiré",
            Policies.Decide,
            IsHarmful: true,
            [LabelStatus.Active, LabelStatus.UnderRenewal, LabelStatus.Suspended],
            LabelStatus.Withdrawn,
            "Les rappels s’arrêtent. L’espace n’est plus présenté comme Case numérique, et doit retirer la plaque. Un retrait ne s’annule pas."
        ),
    ];

    public static IReadOnlyList<LabelAct> For(LabelStatus status, ClaimsPrincipal person) =>
        [
            .. _all.Where(a =>
                a.From.Contains(status) && (a.Policy == Policies.Assess || person.IsInRole(Roles.Administrator))
            ),
        ];

    public static LabelAct? Find(string? path) => _all.SingleOrDefault(a => a.Path == path);
}
