using CaseNumerique.Labelling.Data;

namespace CaseNumerique.Labelling.Features.LabelApplications;

/// <summary>How the status of a file, and what is thought of it, is shown: the kind of the tag, and its words.</summary>
internal static class ApplicationTags
{
    public static (string Kind, string Words) Of(ApplicationStatus status) =>
        status switch
        {
            ApplicationStatus.Draft => ("draft", "Brouillon"),
            ApplicationStatus.Submitted => ("review", "Déposé"),
            ApplicationStatus.Admissibility => ("draft", "En recevabilité"),
            ApplicationStatus.ToComplete => ("todo", "À compléter"),
            ApplicationStatus.UnderAssessment => ("review", "En instruction"),
            ApplicationStatus.OpinionGiven => ("review", "Avis rendu"),
            ApplicationStatus.InCommittee => ("review", "En comité"),
            ApplicationStatus.Granted => ("done", "Accordé"),
            ApplicationStatus.GrantedWithConditions => ("reserve", "Accordé sous réserve"),
            ApplicationStatus.Refused => ("off", "Refusé"),
            ApplicationStatus.Withdrawn => ("off", "Retiré"),
            ApplicationStatus.Abandoned => ("off", "Abandonné"),
            ApplicationStatus.Lapsed => ("late", "Classé sans suite"),
            _ => throw new ArgumentOutOfRangeException(nameof(status)),
        };

    /// <summary>What the EPN reads while ÉcoNum has not decided: the opinion is not said before the decision.</summary>
    public static (string Kind, string Words) ForEpn(ApplicationStatus status) =>
        status is ApplicationStatus.OpinionGiven or ApplicationStatus.InCommittee
            ? ("review", "En attente de décision")
            : Of(status);

    public static string Of(OpinionKind opinion) =>
        opinion switch
        {
            OpinionKind.Favourable => "Favorable",
            OpinionKind.FavourableWithConditions => "Favorable sous réserve",
            OpinionKind.Defer => "À reprendre",
            OpinionKind.Unfavourable => "Défavorable",
            _ => throw new ArgumentOutOfRangeException(nameof(opinion)),
        };

    public static string Of(CriterionKind kind) =>
        kind switch
        {
            CriterionKind.Mandatory => "obligatoire",
            CriterionKind.Recommended => "recommandé",
            CriterionKind.Bonus => "bonus",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    public static string Of(EpnContext context) =>
        context switch
        {
            EpnContext.Urban => "Ville",
            EpnContext.Rural => "Milieu rural",
            EpnContext.Remote => "Tribu ou île",
            EpnContext.Itinerant => "Itinérant",
            _ => throw new ArgumentOutOfRangeException(nameof(context)),
        };

    /// <summary>« 2, conforme ».</summary>
    public static string OfScore(int score) =>
        score switch
        {
            0 => "0, non conforme",
            1 => "1, partiel",
            2 => "2, conforme",
            3 => "3, exemplaire",
            _ => throw new ArgumentOutOfRangeException(nameof(score)),
        };
}
