using CaseNumerique.Accounts.Data;
using CaseNumerique.SharedKernel;

namespace CaseNumerique.Accounts.Features.People;

/// <summary>What the pages call roles, states and links.</summary>
internal static class AccountWords
{
    /// <summary>Filter and tag of an invitation that nobody followed in time.</summary>
    public const string Forgotten = "expire";

    public static readonly (string Key, string Words)[] States =
    [
        ("invite", "Invité"),
        ("ouvert", "Ouvert"),
        ("ferme", "Fermé"),
        (Forgotten, "Invitation expirée"),
    ];

    public static string Role(string role) =>
        role switch
        {
            Roles.Administrator => "Administration",
            Roles.Agent => "Agent d’ÉcoNum",
            Roles.Committee => "Comité de labellisation",
            Roles.Manager => "Gestionnaire",
            _ => "Animation",
        };

    /// <summary>Kind and words of the tag of a state.</summary>
    public static (string Tag, string Words) State(string state) =>
        state switch
        {
            "ouvert" => ("done", "Ouvert"),
            "ferme" => ("off", "Fermé"),
            _ => ("todo", "Invité"),
        };

    public static string Link(AccountLink link, DateTime now) =>
        link switch
        {
            { UsedAt: { } used } => $"suivie le {FrenchText.Instant(used)}",
            { RevokedAt: { } revoked } => $"annulée le {FrenchText.Instant(revoked)}",
            _ when link.ExpiresAt <= now => $"expirée le {FrenchText.Instant(link.ExpiresAt)}",
            _ => $"valable jusqu’au {FrenchText.Instant(link.ExpiresAt)}",
        };
}
