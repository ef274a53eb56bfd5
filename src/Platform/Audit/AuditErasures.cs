using System.Globalization;
using CaseNumerique.Platform.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Platform.Audit;

/// <summary>Which details the journal itself says were erased.</summary>
/// <remarks>What retention has passed needs no list, so that this stays as short as the erasures of one period.</remarks>
internal sealed record AuditErasures(DateTime Until, IReadOnlySet<(Guid EntryId, AuditPart Part)> Erased)
{
    public const string PersonErased = "personal-data.erased";
    public const string RetentionApplied = "retention.applied";

    private const string DetailNoun = "Détail du journal";
    private const string PartName = "Partie";
    private const string UntilName = "Avant le";

    public bool AccountFor(AuditEntry entry, AuditPart part) => entry.At < Until || Erased.Contains((entry.Id, part));

    public static AuditChange Tell(Guid entryId, AuditPart part) =>
        new(AuditAct.Deleted, DetailNoun, entryId.ToString(), [new(PartName, part.ToString(), After: null)]);

    public static AuditChange TellUntil(DateTime until) =>
        new(
            AuditAct.Deleted,
            DetailNoun,
            Id: null,
            [new(UntilName, until.ToString("O", CultureInfo.InvariantCulture), After: null)]
        );

    public static async Task<AuditErasures> ReadAsync(PlatformDbContext db, CancellationToken cancellationToken)
    {
        var until = DateTime.MinValue;
        var erased = new HashSet<(Guid, AuditPart)>();
        var told = db
            .JournalDetails.AsNoTracking()
            .Where(d => d.Part == AuditPart.Changes)
            .Where(d =>
                db.Journal.Any(e => e.Id == d.EntryId && (e.Action == PersonErased || e.Action == RetentionApplied))
            )
            .Select(d => d.Json);
        await foreach (var json in told.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            foreach (var change in AuditJson.ReadChanges(json))
            {
                var value = change.Values[0].Before!;
                if (change.Id is { } id)
                {
                    erased.Add((Guid.Parse(id), Enum.Parse<AuditPart>(value)));
                }
                else if (Read(value) is var later && later > until)
                {
                    until = later;
                }
            }
        }

        return new AuditErasures(until, erased);
    }

    private static DateTime Read(string instant) =>
        DateTime.Parse(instant, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
}
