using CaseNumerique.Labelling.Data;

namespace CaseNumerique.Labelling.Features.Procedures;

/// <summary>A rule of which there are two versions, in words.</summary>
internal sealed record RulesChange(string Rule, string Before, string After)
{
    public static IReadOnlyList<RulesChange> Between(
        EditProcedureRules.Command before,
        EditProcedureRules.Command after
    ) =>
        [
            .. Words(before)
                .Zip(Words(after), (b, a) => new RulesChange(b.Rule, b.Words, a.Words))
                .Where(c => c.Before != c.After),
        ];

    private static (string Rule, string Words)[] Words(EditProcedureRules.Command rules) =>
        [
            ("Compléter un dossier", In(rules.CompletionDays, "jours")),
            ("Classer un dossier incomplet", In(rules.LapseDays, "jours de plus")),
            ("Rendre l’avis", In(rules.AssessmentWorkingDays, "jours ouvrables")),
            ("Comité", rules.HasCommittee ? "oui" : "non"),
            ("Quorum", In(rules.QuorumPercent, "%")),
            ("Ouvrir le renouvellement", In(rules.RenewalOpensDays, "jours avant la fin")),
            ("Continuité pendant l’instruction", In(rules.ContinuityMonths, "mois")),
            ("Répondre à une mise en demeure", In(rules.NoticeDays, "jours")),
            ("Suspension, au plus", In(rules.SuspensionMonths, "mois")),
            ("Fermeture temporaire, au plus", In(rules.ClosureDays, "jours")),
            ("Nouvelle demande après un retrait", In(rules.ReapplyMonths, "mois")),
            ("Déposer sous un référentiel remplacé", In(rules.TransitionDays, "jours")),
            ("Garder un pré-diagnostic", In(rules.PreDiagnosticDays, "jours")),
        ];

    private static string In(int? count, string unit) => count is null ? "rien" : $"{count}\u00A0{unit}";
}

/// <summary>A version with what it changed of the one before; nothing for the first.</summary>
internal sealed record RulesVersion(ProcedureRules Rules, IReadOnlyList<RulesChange> Changes)
{
    /// <param name="newestFirst">One more than wanted, so that the oldest shown has one to be compared with.</param>
    public static IReadOnlyList<RulesVersion> Of(IReadOnlyList<ProcedureRules> newestFirst, int wanted) =>
        [
            .. newestFirst
                .Take(wanted)
                .Select(
                    (rules, i) =>
                        new RulesVersion(
                            rules,
                            i + 1 < newestFirst.Count
                                ? RulesChange.Between(
                                    EditProcedureRules.Command.Of(newestFirst[i + 1]),
                                    EditProcedureRules.Command.Of(rules)
                                )
                                : []
                        )
                ),
        ];
}
