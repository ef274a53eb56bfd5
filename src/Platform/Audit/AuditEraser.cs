using CaseNumerique.Platform.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Platform.Audit;

/// <summary>Takes out of the journal what names a person, or is old; the journal tells that it was done.</summary>
internal sealed class AuditEraser(PlatformDbContext db, AuditWriter writer)
{
    // A shorter name stands in too many words to be looked for.
    private const int ShortestName = 4;

    /// <summary>Forgets where a person acted from, and every detail that holds their address or name; what was done stays.</summary>
    /// <returns>How many details were erased.</returns>
    public async Task<int> ForgetAsync(PersonKey person, string pseudonym, CancellationToken cancellationToken)
    {
        var (email, name) = (Pattern(person.Email), Pattern(person.Name));
        var (hasEmail, hasName) = (person.Email.Length > 0, person.Name.Length >= ShortestName);
        var found = await db
            .JournalDetails.Where(d =>
                (
                    d.Part == AuditPart.From
                    && db.Journal.Any(e => e.Id == d.EntryId && e.ActorId != null && e.ActorId == person.AccountId)
                )
                || (hasEmail && EF.Functions.Like(d.Json, email, "\\"))
                || (hasName && EF.Functions.Like(d.Json, name, "\\"))
            )
            .ToListAsync(cancellationToken);
        if (found.Count > 0)
        {
            db.RemoveRange(found);
            writer.Write(
                db,
                new AuditFact(AuditErasures.PersonErased, "Détails personnels effacés du journal", pseudonym),
                [.. found.Select(d => AuditErasures.Tell(d.EntryId, d.Part))]
            );
            await db.SaveChangesAsync(cancellationToken);
        }

        return found.Count;
    }

    public async Task<int> ForgetOlderAsync(DateTime olderThan, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var count = await Older(olderThan).ExecuteDeleteAsync(cancellationToken);
        if (count > 0)
        {
            var subject = FrenchText.Count(count, "détail");
            writer.Write(
                db,
                new AuditFact(AuditErasures.RetentionApplied, "Détails anciens effacés du journal", subject),
                [AuditErasures.TellUntil(olderThan)]
            );
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return count;
    }

    public Task<int> CountOlderAsync(DateTime olderThan, CancellationToken cancellationToken) =>
        Older(olderThan).CountAsync(cancellationToken);

    private IQueryable<AuditDetail> Older(DateTime olderThan) =>
        db.JournalDetails.Where(d => db.Journal.Any(e => e.Id == d.EntryId && e.At < olderThan));

    /// <summary>A text as it stands inside JSON, whatever its case.</summary>
    private static string Pattern(string text)
    {
        var inside = AuditJson.Write(text)[1..^1];
        return $"%{inside.Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_").Replace("[", "\\[")}%";
    }
}

/// <summary>After a year the journal still tells what was done, and by which account; no longer from where, nor the values.</summary>
internal sealed class AuditRetention(AuditEraser eraser) : IRetention
{
    public string Key => "journal-details";

    public string Title => "Détails du journal : nom, adresses, navigateur, valeurs avant et après";

    public string Effect => "effacés ; la date, l’acte, son objet et le numéro du compte restent";

    public int ProposedDays => 365;

    public Task<int> CountAsync(DateTime olderThan, CancellationToken cancellationToken) =>
        eraser.CountOlderAsync(olderThan, cancellationToken);

    public Task<int> ApplyAsync(DateTime olderThan, CancellationToken cancellationToken) =>
        eraser.ForgetOlderAsync(olderThan, cancellationToken);
}

/// <summary>What the journal knows of a person: their own acts.</summary>
internal sealed class AuditPersonalData(PlatformDbContext db, AuditEraser eraser) : IPersonalData
{
    public async Task<IReadOnlyList<PersonalRecord>> ReadAsync(PersonKey person, CancellationToken cancellationToken)
    {
        var acts = await db
            .Journal.AsNoTracking()
            .Where(e => e.ActorId != null && e.ActorId == person.AccountId)
            .OrderByDescending(e => e.At)
            .ThenByDescending(e => e.Id)
            .GroupJoin(
                db.JournalDetails.Where(d => d.Part == AuditPart.From),
                e => e.Id,
                d => d.EntryId,
                (e, found) => new { Entry = e, found }
            )
            .SelectMany(r => r.found.DefaultIfEmpty(), (r, d) => new { r.Entry, Json = d == null ? null : d.Json })
            .ToListAsync(cancellationToken);
        return [.. acts.Select(a => Record(a.Entry, a.Json is null ? null : AuditJson.ReadOrigin(a.Json)))];
    }

    // Erasing is itself written down, module by module: the journal forgets last.
    public Task EraseAsync(PersonKey person, string pseudonym, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    public async Task ForgetTracesAsync(
        PersonKey person,
        IReadOnlyCollection<string> traces,
        string pseudonym,
        CancellationToken cancellationToken
    )
    {
        foreach (var trace in traces)
        {
            await eraser.ForgetAsync(person with { Name = trace }, pseudonym, cancellationToken);
        }
    }

    private static PersonalRecord Record(AuditEntry entry, AuditOrigin? origin) =>
        new(
            "Acte inscrit au journal",
            [
                new("Le", FrenchText.Instant(entry.At)),
                new("Acte", entry.Title),
                new("Objet", entry.Subject),
                new("Adresse IP", origin?.Address),
                new("Navigateur", origin?.Browser),
            ]
        );
}
