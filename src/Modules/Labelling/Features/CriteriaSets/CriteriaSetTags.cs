using CaseNumerique.Labelling.Data;

namespace CaseNumerique.Labelling.Features.CriteriaSets;

/// <summary>How the state of a version is shown: the kind of the tag, and its words.</summary>
internal static class CriteriaSetTags
{
    public static (string Kind, string Words) Of(CriteriaSetStatus status) =>
        status switch
        {
            CriteriaSetStatus.Draft => ("draft", "Brouillon"),
            CriteriaSetStatus.Published => ("done", "En vigueur"),
            CriteriaSetStatus.Archived => ("plain", "Archivée"),
            _ => throw new ArgumentOutOfRangeException(nameof(status)),
        };
}
