using System.Globalization;
using System.Text.Json;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace CaseNumerique.Platform.Audit;

/// <summary>What a save is about to change, gathered by what it is about: a row, with the rows that are parts of it.</summary>
internal static class TrackedChanges
{
    private const string Secret = "secret";

    public static IEnumerable<(string Subject, IReadOnlyList<AuditChange> Changes)> Of(DbContext db)
    {
        var known = new Dictionary<(Type, string), string>();
        var changes = new List<(Root Root, AuditChange Change)>();
        foreach (var entry in db.ChangeTracker.Entries())
        {
            if (entry.Entity is IKnownBy { KnownBy: var name })
            {
                known[(entry.Metadata.ClrType, KeyOf(entry)!)] = name;
            }

            var rule = AuditRule.Of(entry.Metadata);
            if (rule.IsAudited && Read(entry, rule) is { } change)
            {
                changes.Add((RootOf(entry, rule), change));
            }
        }

        return changes
            .GroupBy(c => c.Root, c => c.Change)
            .Select(g => (SubjectOf(g.Key), (IReadOnlyList<AuditChange>)[.. g]))
            // Read before the save changes what is tracked.
            .ToList();

        string SubjectOf(Root root) =>
            string.Join(
                ' ',
                new[] { AuditRule.NounOf(root.Type), known.GetValueOrDefault((root.Type, root.Id)), root.Id }.Where(
                    word => !string.IsNullOrEmpty(word)
                )
            );
    }

    private static AuditChange? Read(EntityEntry entry, AuditRule rule)
    {
        AuditAct? act = entry.State switch
        {
            EntityState.Added => AuditAct.Added,
            EntityState.Modified => AuditAct.Changed,
            EntityState.Deleted => AuditAct.Deleted,
            _ => null,
        };
        if (act is null)
        {
            return null;
        }

        var values = rule.Columns.Select(c => ValueOf(entry.Property(c.Property), c, act.Value)).OfType<AuditValue>();
        AuditChange change = new(act.Value, rule.Noun, KeyOf(entry), [.. values]);
        return act is AuditAct.Changed && change.Values.Count == 0 ? null : change;
    }

    private static AuditValue? ValueOf(PropertyEntry property, AuditRule.Column column, AuditAct act)
    {
        var before = act is AuditAct.Added ? null : property.OriginalValue;
        var after = act is AuditAct.Deleted ? null : property.CurrentValue;
        return column.Property.GetValueComparer().Equals(before, after)
            ? null
            : new AuditValue(column.Name, TextOf(before, column.IsSecret), TextOf(after, column.IsSecret));
    }

    private static string? TextOf(object? value, bool isSecret) =>
        value switch
        {
            null => null,
            _ when isSecret => Secret,
            string text => text,
            DateTime or DateTimeOffset => ((IFormattable)value).ToString("O", CultureInfo.InvariantCulture),
            DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
            Enum or Guid or bool => value.ToString(),
            byte[] bytes => FrenchText.Count(bytes.Length, "octet"),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => JsonSerializer.Serialize(value),
        };

    private static Root RootOf(EntityEntry entry, AuditRule rule) =>
        rule.ToRoot is { } key
            ? new Root(
                key.PrincipalEntityType.ClrType,
                Join(
                    key.Properties.Select(p =>
                        entry.State is EntityState.Deleted
                            ? entry.Property(p).OriginalValue
                            : entry.Property(p).CurrentValue
                    )
                )
            )
            : new Root(entry.Metadata.ClrType, KeyOf(entry) ?? "");

    private static string? KeyOf(EntityEntry entry)
    {
        var key = entry.Metadata.FindPrimaryKey()!.Properties.Select(p => entry.Property(p)).ToList();
        return key.Exists(p => p.IsTemporary) ? null : Join(key.Select(p => p.CurrentValue));
    }

    private static string Join(IEnumerable<object?> parts) =>
        string.Join('/', parts.Select(p => TextOf(p, isSecret: false)));

    private sealed record Root(Type Type, string Id);
}
