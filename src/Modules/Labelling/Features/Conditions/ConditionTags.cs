using CaseNumerique.Labelling.Data;

namespace CaseNumerique.Labelling.Features.Conditions;

/// <summary>How a condition stands, as a tag of the visual language.</summary>
internal static class ConditionTags
{
    public static (string Kind, string Words) Of(Condition condition, DateOnly today) =>
        condition switch
        {
            { LiftedAt: not null } => ("done", "Levée"),
            { ProposedAt: not null } => ("review", "Levée proposée"),
            { AnsweredAt: not null } => ("review", "Preuve envoyée"),
            _ when condition.IsLate(today) => ("late", "En retard"),
            _ => ("todo", "À lever"),
        };
}
