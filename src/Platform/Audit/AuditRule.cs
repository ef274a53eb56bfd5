using System.Reflection;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CaseNumerique.Platform.Audit;

/// <summary>How the journal reads the rows of one entity type; found once for each.</summary>
/// <param name="ToRoot">Where the row is a part of another, which the line is then about.</param>
internal sealed record AuditRule(
    bool IsAudited,
    string Noun,
    IForeignKey? ToRoot,
    IReadOnlyList<AuditRule.Column> Columns
)
{
    private const string Annotation = "CaseNumerique:Audit";
    private const string Identity = "Microsoft.AspNetCore.Identity";

    // Attributes cannot be put on what is not ours.
    private static readonly string[] _secrets = ["PasswordHash", "Value", "Data"];
    private static readonly string[] _technical =
    [
        "SecurityStamp",
        "NormalizedEmail",
        "NormalizedUserName",
        "NormalizedName",
        "LastSignedInAt",
        "TotpLastStep",
        "SearchText",
        "FoldedName",
    ];

    // What hangs on an account is told with it.
    private static readonly string[] _ofAccount = ["UserId", "AccountId"];
    private static readonly Dictionary<string, string> _nouns = new()
    {
        ["IdentityRole"] = "Rôle",
        ["IdentityUserRole"] = "Rôle du compte",
        ["IdentityUserToken"] = "Code du compte",
        ["IdentityUserLogin"] = "Identité externe",
        ["IdentityUserPasskey"] = "Clé d’accès",
    };
    private static readonly Dictionary<string, string> _names = new()
    {
        ["Email"] = "Adresse électronique",
        ["EmailConfirmed"] = "Adresse confirmée",
        ["PasswordHash"] = "Mot de passe",
        ["RoleId"] = "Rôle",
        ["UserName"] = "Identifiant",
    };

    public static AuditRule Of(IEntityType type) =>
        type.GetOrAddRuntimeAnnotationValue(Annotation, static t => Read(t!), type);

    private static AuditRule Read(IEntityType type)
    {
        var clr = type.ClrType;
        var toRoot = type.GetForeignKeys()
            .FirstOrDefault(f => f.PrincipalToDependent is not null || _ofAccount.Contains(f.Properties[0].Name));
        return new AuditRule(
            clr.GetCustomAttribute<NotAuditedAttribute>() is null
                && !(type.IsOwned() && clr.Namespace == Identity)
                && clr.Namespace?.StartsWith("Microsoft.AspNetCore.DataProtection", StringComparison.Ordinal) != true,
            NounOf(clr),
            toRoot,
            [
                .. type.GetProperties()
                    .Where(p => !IsVersion(p) && !IsOwnKey(p) && !_technical.Contains(p.Name))
                    .Where(p => toRoot?.Properties.Contains(p) != true)
                    .Select(p => new Column(p, NameOf(p), IsSecret(p), KeyTo(p))),
            ]
        );

        bool IsSecret(IProperty property) =>
            property.PropertyInfo?.GetCustomAttribute<NotAuditedAttribute>() is not null
            || (property.PropertyInfo?.DeclaringType?.Namespace == Identity && _secrets.Contains(property.Name));
    }

    private static Type? KeyTo(IProperty property) =>
        property.GetContainingForeignKeys().FirstOrDefault()?.PrincipalEntityType.ClrType;

    // A key of several parts that ties two rows together tells which.
    private static bool IsOwnKey(IProperty property) => property.IsPrimaryKey() && !property.IsForeignKey();

    private static bool IsVersion(IProperty property) =>
        property.IsConcurrencyToken && (property.ClrType == typeof(int) || property.ClrType == typeof(string));

    public static string NounOf(Type type) =>
        type.GetCustomAttribute<AuditedAsAttribute>()?.Title
        ?? _nouns.GetValueOrDefault(type.Name.Split('`')[0])
        ?? type.Name.Split('`')[0];

    private static string NameOf(IProperty property) =>
        property.PropertyInfo?.GetCustomAttribute<AuditedAsAttribute>()?.Title
        ?? (
            property.PropertyInfo?.DeclaringType?.Namespace == Identity ? _names.GetValueOrDefault(property.Name) : null
        )
        ?? property.Name;

    /// <param name="KeyTo">The entity whose key this is.</param>
    internal sealed record Column(IProperty Property, string Name, bool IsSecret, Type? KeyTo);
}
