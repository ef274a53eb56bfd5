using CaseNumerique.Labelling.Data;

namespace CaseNumerique.Labelling.Features.SelfChecks;

/// <summary>Which answers of a self-check still say the same in a file, whose version and context may be others.</summary>
internal static class SelfCheckTransfer
{
    /// <returns>The file's criteria with the score to give them; null for « sans objet ».</returns>
    public static IEnumerable<(Criterion Criterion, int? Score)> Of(
        SelfCheck check,
        CriteriaSet source,
        CriteriaSet target,
        EpnContext context
    )
    {
        var scores = check.Scores();
        foreach (var asked in source.Criteria.Where(k => scores.ContainsKey(k.Id)))
        {
            var criterion = target.Criteria.SingleOrDefault(k => k.Code == asked.Code);
            var score = scores[asked.Id].Value;
            var isSame = criterion is not null && criterion.ThresholdFor(context) == asked.ThresholdFor(check.Context);
            if (isSame && (score is not null || criterion!.IsNotApplicableAllowed))
            {
                yield return (criterion!, score);
            }
        }
    }
}
