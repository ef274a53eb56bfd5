using System.Globalization;
using System.Text.Json;
using CaseNumerique.SharedKernel;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace CaseNumerique.Platform.Audit;

/// <summary>What a save is about to change, gathered by what it is about: a row, with the rows that are parts of it.</summary>
internal static class TrackedChanges
{
    private const string Secret = "secret";
    private const int BytesShown = 16;

    public static IReadOnlyList<(string Subject, IReadOnlyList<AuditChange> Changes)> Of(DbContext db)
    {
        var entries = db.ChangeTracker.Entries().ToList();
        var known = entries
            .Where(e => NameOf(e.Entity) is not null)
            .ToDictionary(e => (e.Metadata.ClrType, KeyOf(e)), e => NameOf(e.Entity)!);
        return
        [
            .. from entry in entries
            where entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
            let rule = AuditRule.Of(entry.Metadata)
            where rule.IsAudited
            let change = Read(entry, rule)
            where change.Act is not AuditAct.Changed || change.Values.Count > 0
            group change by RootOf(entry, rule) into told
            select (SubjectOf(told.Key), (IReadOnlyList<AuditChange>)[.. told]),
        ];

        AuditChange Read(EntityEntry entry, AuditRule rule)
        {
            var act = entry.State switch
            {
                EntityState.Added => AuditAct.Added,
                EntityState.Deleted => AuditAct.Deleted,
                _ => AuditAct.Changed,
            };
            var values = rule.Columns.Select(c => ValueOf(entry.Property(c.Property), c, act)).OfType<AuditValue>();
            return new AuditChange(act, rule.Noun, KeyOf(entry), [.. values]);
        }

        AuditValue? ValueOf(PropertyEntry property, AuditRule.Column column, AuditAct act)
        {
            var before = act is AuditAct.Added ? null : property.OriginalValue;
            var after = act is AuditAct.Deleted ? null : property.CurrentValue;
            return column.Property.GetValueComparer().Equals(before, after)
                ? null
                : new AuditValue(column.Name, Text(before), Text(after));

            string? Text(object? value) =>
                value is null ? null
                : column.IsSecret ? Secret
                : column.KeyTo is { } type && known.TryGetValue((type, TextOf(value)), out var name) ? name
                : TextOf(value);
        }

        string SubjectOf(Root root) =>
            string.Join(
                ' ',
                new[]
                {
                    AuditRule.NounOf(root.Type),
                    known.GetValueOrDefault((root.Type, root.Id)),
                    root.Id,
                }.OfType<string>()
            );
    }

    private static string? NameOf(object entity) =>
        entity switch
        {
            IKnownBy known => known.KnownBy,
            IdentityRole<Guid> role => role.Name,
            _ => null,
        };

    private static string? TextOf(object? value) =>
        value switch
        {
            null => null,
            string text => text,
            DateTime or DateTimeOffset => ((IFormattable)value).ToString("O", CultureInfo.InvariantCulture),
            DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
            Enum or Guid or bool => value.ToString(),
            byte[] bytes => Convert.ToHexStringLower(bytes.AsSpan(0, Math.Min(bytes.Length, BytesShown))),
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
            : new Root(entry.Metadata.ClrType, KeyOf(entry));

    private static string? KeyOf(EntityEntry entry)
    {
        var key = entry.Metadata.FindPrimaryKey()!.Properties.Select(p => entry.Property(p)).ToList();
        return key.Exists(p => p.IsTemporary) ? null : Join(key.Select(p => p.CurrentValue));
    }

    private static string Join(IEnumerable<object?> parts) => string.Join('/', parts.Select(TextOf));

    /// <param name="Id">Null while the database has not given one.</param>
    private sealed record Root(Type Type, string? Id);
}
