using CaseNumerique.Labelling.Data;

namespace CaseNumerique.Labelling.Features.Deadlines;

/// <summary>How the kinds of deadlines are called on screen.</summary>
internal static class DeadlineWords
{
    public static string Of(DeadlineKind kind) =>
        kind switch
        {
            DeadlineKind.Completion => "Compléments d’un dossier",
            DeadlineKind.Opinion => "Avis à rendre",
            DeadlineKind.Condition => "Réserve à lever",
            DeadlineKind.Notice => "Réponse à une mise en demeure",
            DeadlineKind.Visit => "Visite sur place",
            DeadlineKind.Committee => "Séance du comité",
            DeadlineKind.ExternalOpinion => "Avis demandé à un tiers",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
}
