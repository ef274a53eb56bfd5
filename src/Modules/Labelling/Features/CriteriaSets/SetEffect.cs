using CaseNumerique.Labelling.Data;

namespace CaseNumerique.Labelling.Features.CriteriaSets;

/// <summary>What another version makes of a file that was judged by the one of its day.</summary>
/// <param name="Before">The advice by the version that the file was judged by.</param>
/// <param name="After">The advice by the other version, were nothing new shown.</param>
/// <param name="ToShow">What the file no longer shows, mandatory criteria first.</param>
internal sealed record SetEffect(OpinionKind Before, OpinionKind After, IReadOnlyList<ToShow> ToShow)
{
    public static SetEffect On(
        CriteriaSet before,
        CriteriaSet after,
        EpnContext context,
        IReadOnlyDictionary<Guid, CriterionScore> scores
    )
    {
        var former = before.Criteria.ToDictionary(k => k.Code);
        List<ToShow> toShow = [];
        Dictionary<Guid, CriterionScore> carried = [];
        foreach (var criterion in after.Criteria)
        {
            var known = former.GetValueOrDefault(criterion.Code);
            CriterionScore? score =
                known is not null && scores.TryGetValue(known.Id, out var found) ? found : (CriterionScore?)null;
            var why = WhyToShow(known, criterion, context, score);
            if (why is not null)
            {
                toShow.Add(new ToShow(criterion, why));
            }

            // What becomes mandatory without being met keeps the score that it has.
            var isCarried = score is not null && (why is null || score.Value.Value < CriteriaSet.MetScore);
            carried[criterion.Id] = isCarried ? score!.Value : new CriterionScore(0);
        }

        return new SetEffect(
            Scorecard.Of(before, scores).Advice,
            Scorecard.Of(after, carried).Advice,
            [.. toShow.OrderBy(t => t.Criterion.Kind)]
        );
    }

    private static string? WhyToShow(Criterion? known, Criterion criterion, EpnContext context, CriterionScore? score)
    {
        if (known is null)
        {
            return "critère nouveau";
        }

        if (score is not { } given)
        {
            return "sans note au dossier";
        }

        if (given.Value is not { } value)
        {
            return criterion.IsNotApplicableAllowed ? null : "ne peut plus être sans objet";
        }

        if (value < CriteriaSet.MetScore)
        {
            var becomesMandatory =
                criterion.Kind is CriterionKind.Mandatory && known.Kind is not CriterionKind.Mandatory;
            return becomesMandatory ? "devient obligatoire, et n’est pas conforme au dossier" : null;
        }

        var (old, threshold) = (known.ThresholdFor(context), criterion.ThresholdFor(context));
        return old == threshold ? null : $"le seuil «\u00A0{old}\u00A0» devient «\u00A0{threshold}\u00A0»";
    }
}

/// <param name="Why">In the middle of a sentence.</param>
internal sealed record ToShow(Criterion Criterion, string Why);
