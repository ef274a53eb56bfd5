using System.Security.Claims;
using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Assessments;
using CaseNumerique.SharedKernel;

namespace CaseNumerique.Labelling.Features.LabelApplications;

/// <summary>What a person may do next with a file, in the order of likelihood: the buttons of its first page.</summary>
/// <param name="Path">After the file's own address.</param>
/// <param name="IsOpenTo">Whether the file's status, and the person's role in it, allow it.</param>
internal sealed record FileAct(
    string Path,
    string Words,
    Func<LabelApplication, ClaimsPrincipal, bool> IsOpenTo,
    bool IsHarmful = false
);

internal static class FileActs
{
    // Each slice that acts on a file has its line here.
    private static readonly FileAct[] _all =
    [
        new("/gestionnaire", "Continuer la demande", (f, p) => f.Status is ApplicationStatus.Draft && MayApply(f, p)),
        new(
            "/gestionnaire",
            "Revoir les réponses",
            (f, p) => f.Status is ApplicationStatus.ToComplete && MayApply(f, p)
        ),
        new("/recepisse", "Voir le récépissé", (f, _) => f.SubmittedAt is not null),
        new(
            "/abandon",
            "Abandonner le brouillon",
            (f, p) => ApplicationMove.Abandon.ReasonAgainst(f) is null && p.Manages(f.EpnId),
            IsHarmful: true
        ),
        new(
            "/retrait",
            "Retirer la demande",
            (f, p) => ApplicationMove.Withdraw.ReasonAgainst(f) is null && p.Manages(f.EpnId),
            IsHarmful: true
        ),
        new("/prise-en-charge", "Prendre en charge", (f, p) => p.IsEcoNum && f.Status is ApplicationStatus.Submitted),
        new(
            "/recevabilite",
            "Déclarer complet",
            (f, p) => p.Assesses(f) && f.Status is ApplicationStatus.Admissibility
        ),
        new(
            "/notation",
            "Noter les critères",
            (f, p) => p.Assesses(f) && f.Status is ApplicationStatus.UnderAssessment
        ),
        new(
            "/complements/demande",
            "Demander des compléments",
            (f, p) => p.Assesses(f) && ApplicationMove.AskToComplete.From.Contains(f.Status)
        ),
        new(
            "/complements",
            "Compléter le dossier",
            (f, p) => p.MayApplyFor(f.EpnId) && f.Status is ApplicationStatus.ToComplete
        ),
        new("/avis", "Rendre l’avis", (f, p) => p.Assesses(f) && f.Status is ApplicationStatus.UnderAssessment),
        new(
            "/reouverture",
            "Rouvrir le dossier",
            (f, p) => p.IsInRole(Roles.Administrator) && f.Status is ApplicationStatus.Lapsed
        ),
        new(
            "/affectation",
            "Confier à quelqu’un",
            (f, p) => p.IsInRole(Roles.Administrator) && FileWork.Assign.In.Contains(f.Status)
        ),
        new(
            "/decision",
            "Décider",
            (file, person) =>
                file.Status is ApplicationStatus.OpinionGiven or ApplicationStatus.InCommittee
                && person.IsInRole(Roles.Administrator)
        ),
        new("/archive.zip", "Exporter le dossier (ZIP)", (f, p) => p.IsEcoNum && f.Number is not null),
    ];

    public static IEnumerable<FileAct> For(LabelApplication file, ClaimsPrincipal person) =>
        _all.Where(a => a.IsOpenTo(file, person));

    private static bool MayApply(LabelApplication file, ClaimsPrincipal person) => person.MayApplyFor(file.EpnId);

    extension(ClaimsPrincipal person)
    {
        /// <summary>Whether the person follows the file, or stands in for who does.</summary>
        public bool Assesses(LabelApplication file) =>
            person.IsEcoNum && file.AssessorId is { } assessor && person.AnswerableIds.Contains(assessor);

        /// <summary>Whether the person reads what the EPN does not: opinions, internal lines. A member of the committee does, but for their own EPN.</summary>
        public bool ReadsOpinionOn(Guid epnId) =>
            person.IsEcoNum || (person.IsInRole(Roles.Committee) && !person.EpnIds.Contains(epnId));

        /// <summary>Whether the person prepares what the EPN answers: the people of ÉcoNum do not. What binds it is for its manager.</summary>
        public bool MayApplyFor(Guid epnId) => person.HasClaim(PersonScope.EpnEditClaim, epnId.ToString());
    }
}
