using System.Globalization;
using CaseNumerique.SharedKernel;

namespace CaseNumerique.Platform.Audit;

/// <summary>The journal as people read it.</summary>
internal static class AuditWords
{
    public static string Of(AuditOutcome outcome) => outcome is AuditOutcome.Done ? "fait" : "refusé";

    public static string TagOf(AuditOutcome outcome) => outcome is AuditOutcome.Done ? "done" : "off";

    public static string Of(AuditAct act) =>
        act switch
        {
            AuditAct.Added => "ajouté",
            AuditAct.Changed => "modifié",
            AuditAct.Deleted => "supprimé",
            _ => "noté",
        };

    /// <summary>Who acted, by the name of that day.</summary>
    public static string Actor(AuditEntry entry, string? name) =>
        name ?? (entry.ActorId is { } id ? $"Compte {id}" : "Système");

    /// <summary>A value as it was noted, in French: « oui », a day, an hour.</summary>
    public static string Value(string? text) =>
        text switch
        {
            null or "" => "–",
            "True" => "oui",
            "False" => "non",
            _ when DateOnly.TryParseExact(text, "O", CultureInfo.InvariantCulture, 0, out var day) => FrenchText.Date(
                day
            ),
            _ when DateTime.TryParseExact(
                    text,
                    "O",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.RoundtripKind,
                    out var instant
                ) => FrenchText.Instant(instant),
            _ => text,
        };
}
