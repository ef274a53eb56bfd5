using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CaseNumerique.Platform.Audit;

internal enum AuditAct
{
    /// <summary>A fact, which no row tells.</summary>
    Noted,
    Added,
    Changed,
    Deleted,
}

/// <summary>What was done to one row, in the words of its day.</summary>
/// <param name="On">What the row is, in French.</param>
/// <param name="Id">Its key; null while the database has not given it one.</param>
internal sealed record AuditChange(AuditAct Act, string On, string? Id, IReadOnlyList<AuditValue> Values);

internal sealed record AuditValue(string Name, string? Before, string? After);

/// <summary>Who acted, and from where.</summary>
/// <param name="ActsFor">Those in whose place the person stood.</param>
internal sealed record AuditOrigin(
    string? Name,
    string? Email,
    string? Address,
    string? Browser,
    IReadOnlyList<Guid>? ActsFor
);

internal static class AuditJson
{
    // Accents as they are, so that a name can be found and forgotten.
    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, _options);

    public static IReadOnlyList<AuditChange> ReadChanges(string json) =>
        JsonSerializer.Deserialize<IReadOnlyList<AuditChange>>(json, _options)!;

    public static AuditOrigin ReadOrigin(string json) => JsonSerializer.Deserialize<AuditOrigin>(json, _options)!;
}
