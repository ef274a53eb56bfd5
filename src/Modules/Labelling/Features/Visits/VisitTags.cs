using CaseNumerique.Labelling.Data;

namespace CaseNumerique.Labelling.Features.Visits;

/// <summary>How the state of a visit is shown: the kind of the tag, and its words.</summary>
internal static class VisitTags
{
    public static (string Kind, string Words) Of(VisitStatus status) =>
        status switch
        {
            VisitStatus.Proposed => ("todo", "L’espace choisit une date"),
            VisitStatus.Countered => ("todo", "ÉcoNum choisit une date"),
            VisitStatus.Confirmed => ("review", "Confirmée"),
            VisitStatus.Done => ("done", "Faite"),
            VisitStatus.Cancelled => ("off", "Annulée"),
            _ => throw new ArgumentOutOfRangeException(nameof(status)),
        };
}
