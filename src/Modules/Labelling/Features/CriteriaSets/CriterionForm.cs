using CaseNumerique.Labelling.Data;

namespace CaseNumerique.Labelling.Features.CriteriaSets;

/// <summary>What the form of a criterion shows first.</summary>
internal static class CriterionForm
{
    public static EditCriterion.Command New(string place) =>
        new()
        {
            Place = place,
            Kind = CriterionKind.Recommended,
            Weight = 1,
            IsSameEverywhere = true,
        };

    public static EditCriterion.Command Of(Criterion criterion, string place)
    {
        string[] thresholds = [.. Enum.GetValues<EpnContext>().Select(criterion.ThresholdFor)];
        var isSame = thresholds.Distinct().Count() == 1;
        return new EditCriterion.Command
        {
            Formerly = criterion.Code,
            Place = place,
            Code = criterion.Code,
            Title = criterion.Title,
            Help = criterion.Help,
            Kind = criterion.Kind,
            Weight = criterion.Weight,
            IsNotApplicableAllowed = criterion.IsNotApplicableAllowed,
            IsSameEverywhere = isSame,
            UrbanThreshold = criterion.UrbanThreshold,
            RuralThreshold = isSame ? null : criterion.RuralThreshold,
            RemoteThreshold = isSame ? null : criterion.RemoteThreshold,
            ItinerantThreshold = isSame ? null : criterion.ItinerantThreshold,
            ExpectedProof = criterion.ExpectedProof,
            ProvenBy = criterion.ProvenBy,
            Origin = criterion.Origin,
        };
    }
}
