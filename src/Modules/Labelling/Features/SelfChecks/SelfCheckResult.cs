using CaseNumerique.Labelling.Data;

namespace CaseNumerique.Labelling.Features.SelfChecks;

/// <summary>What the answers of a self-check come to, in plain words, and what to do about it.</summary>
/// <param name="Kind">Of the notice: ok, warn, or nothing.</param>
/// <param name="Actions">What is not met or not answered, mandatory criteria first.</param>
internal sealed record SelfCheckResult(
    Scorecard Card,
    string Kind,
    string Title,
    string Words,
    IReadOnlyList<SelfCheckAction> Actions
)
{
    public static SelfCheckResult Of(
        CriteriaSet set,
        EpnContext context,
        IReadOnlyDictionary<Guid, CriterionScore> scores
    )
    {
        var card = Scorecard.Of(set, scores);
        var open = card.Total - card.Answered;
        var (kind, title) = card switch
        {
            { Answered: 0 } => ("", "Répondez à un premier chapitre"),
            { Advice: OpinionKind.Favourable, IsComplete: true } => ("ok", "Vous êtes prêt à demander le label"),
            { Advice: OpinionKind.Favourable } => ("", "Jusqu’ici, rien ne s’oppose à votre demande"),
            { Advice: OpinionKind.FavourableWithConditions } => ("warn", "Vous êtes presque prêt"),
            _ => ("warn", "Il reste du travail avant de demander le label"),
        };
        var words = card switch
        {
            { Answered: 0 } => "L’avis s’affiche ici dès vos premières réponses.",
            { IsComplete: false } => $"Avis provisoire : il manque {Missing(open)}. {Explain(set, card)}",
            _ => Explain(set, card),
        };
        return new SelfCheckResult(
            card,
            kind,
            title,
            words,
            [
                .. set
                    .Criteria.Where(k => !scores.TryGetValue(k.Id, out var s) || s.Value < CriteriaSet.MetScore)
                    .Select(k => SelfCheckAction.Of(k, context, scores))
                    .OrderBy(a => a.Criterion.Kind),
            ]
        );
    }

    private static string Missing(int open) => open == 1 ? "une réponse" : $"{open}\u00A0réponses";

    private static string Explain(CriteriaSet set, Scorecard card) =>
        card.Advice switch
        {
            OpinionKind.Favourable =>
                $"Vos réponses donnent {card.OverallPercent}\u00A0% des points, il en faut {set.OverallPercent}.",
            OpinionKind.FavourableWithConditions =>
                $"Le label pourrait être accordé sous réserve, à lever en {set.ConditionMonths}\u00A0mois : "
                    + string.Join(" ", card.Shortfalls.Select(s => s.Words)),
            _ => "Ce qui s’y oppose : " + string.Join(" ", card.Shortfalls.Select(s => s.Words)),
        };
}

/// <param name="Threshold">What must be there, in the context of the space.</param>
/// <param name="Score">0 or 1; null while it is not answered.</param>
internal sealed record SelfCheckAction(Criterion Criterion, string Threshold, int? Score)
{
    public string State =>
        Score switch
        {
            null => "à répondre",
            0 => "à faire",
            _ => "à compléter",
        };

    public static SelfCheckAction Of(
        Criterion criterion,
        EpnContext context,
        IReadOnlyDictionary<Guid, CriterionScore> scores
    ) => new(criterion, criterion.ThresholdFor(context), scores.TryGetValue(criterion.Id, out var s) ? s.Value : null);
}
