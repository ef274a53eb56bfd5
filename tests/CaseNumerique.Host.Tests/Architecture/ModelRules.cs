using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CaseNumerique.Host.Tests.Architecture;

/// <summary>What both databases can hold. Each rule answers with what breaks it.</summary>
internal static class ModelRules
{
    private static readonly Type[] _forbidden =
    [
        typeof(DateTimeOffset),
        typeof(decimal),
        typeof(TimeSpan),
        typeof(ulong),
    ];

    private static readonly string[] _longTexts =
    [
        $"{nameof(OutboxMessage)}.{nameof(OutboxMessage.Payload)}",
        $"{nameof(AuditDetail)}.{nameof(AuditDetail.Json)}",
        $"{nameof(FiledVersion)}.{nameof(FiledVersion.Json)}",
    ];

    /// <summary>The journal is the platform's, and every module writes to it.</summary>
    public static IEnumerable<string> TablesOutside(string module, IModel model, bool hasSchemas) =>
        model
            .GetEntityTypes()
            .Where(e => e.ClrType != typeof(AuditEntry) && e.ClrType != typeof(AuditDetail))
            .Where(e =>
                hasSchemas
                    ? e.GetSchema() != module
                    : e.GetTableName()?.StartsWith($"{module}_", StringComparison.Ordinal) != true
            )
            .Select(e => e.GetSchemaQualifiedTableName() ?? e.Name);

    /// <summary>SQLite cannot compare these; Identity's end of a lockout is compared in memory.</summary>
    public static IEnumerable<string> ForbiddenColumns(IModel model) =>
        Properties(model)
            .Where(p => _forbidden.Contains(Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType))
            .Where(p => p.Name != "LockoutEnd")
            .Select(Name);

    /// <summary>A text without a length cannot be indexed on SQL Server; a notification's payload and a line's detail stand in no index.</summary>
    public static IEnumerable<string> UnboundedTexts(IModel model) =>
        Properties(model)
            .Where(p => p.ClrType == typeof(string) && p.GetMaxLength() is null or < 1)
            .Select(Name)
            .Except(_longTexts);

    private static IEnumerable<IProperty> Properties(IModel model) =>
        model.GetEntityTypes().Where(e => !e.IsMappedToJson()).SelectMany(e => e.GetProperties());

    private static string Name(IProperty property) => $"{property.DeclaringType.DisplayName()}.{property.Name}";
}
