using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Labelling.Data;

internal enum DeadlineKind
{
    /// <summary>The EPN sends what is missing in its file.</summary>
    Completion,

    /// <summary>The assessor gives the opinion.</summary>
    Opinion,

    /// <summary>The EPN lifts a condition of its label.</summary>
    Condition,

    /// <summary>The EPN answers a formal notice.</summary>
    Notice,

    /// <summary>The visit takes place.</summary>
    Visit,

    /// <summary>The committee meets.</summary>
    Committee,

    /// <summary>A third party gives the opinion that it was asked for.</summary>
    ExternalOpinion,
}

/// <summary>
/// A day by which somebody does something about a file or a label, other than the label's own end. The slice that sets it
/// opens it here and settles it when the thing is done; reminders lead to it, and stop by themselves.
/// </summary>
[AuditedAs("Échéance")]
internal sealed class Deadline
{
    public const int WordsMaxLength = 300;

    public Guid Id { get; private init; }

    [AuditedAs("Type")]
    public required DeadlineKind Kind { get; init; }

    /// <summary>What it is about: the file, the condition, the notice, the visit, the session, the question.</summary>
    [AuditedAs("Objet")]
    public required Guid SubjectId { get; init; }

    /// <summary>Null for what concerns no EPN in particular.</summary>
    [AuditedAs("Espace")]
    public Guid? EpnId { get; init; }

    /// <summary>How its subject is called: « Dossier CN-2026-0031 ».</summary>
    [AuditedAs("Intitulé")]
    public required string Title { get; set; }

    /// <summary>What is to be done, in the infinitive: « envoyer les compléments ».</summary>
    [AuditedAs("À faire")]
    public required string Task { get; init; }

    /// <summary>Where it is done, from the root of the site.</summary>
    [AuditedAs("Page")]
    public required string ActionPath { get; init; }

    /// <summary>Last day, inclusive.</summary>
    [AuditedAs("Dernier jour")]
    public required DateOnly DueOn { get; set; }

    /// <summary>Only milestones after this day are reminded of.</summary>
    [AuditedAs("Rappels à partir du")]
    public required DateOnly RemindersFrom { get; set; }

    /// <summary>Whoever follows it at ÉcoNum, or the one person it is for.</summary>
    [AuditedAs("Personne")]
    public string? PersonName { get; set; }

    [AuditedAs("Adresse électronique")]
    public string? PersonEmail { get; set; }

    [AuditedAs("Réglée le")]
    public DateTime? SettledAt { get; private set; }

    /// <summary>Why nobody is reminded any more, in French.</summary>
    [AuditedAs("Issue")]
    public string? Outcome { get; private set; }

    public int Version { get; private set; }

    public void Settle(string outcome, DateTime now)
    {
        Outcome = outcome;
        SettledAt = now;
        Version++;
    }

    /// <summary>Another day; a new series of reminders starts, of the milestones still ahead.</summary>
    public void MoveTo(DateOnly dueOn, DateOnly today)
    {
        DueOn = dueOn;
        RemindersFrom = today;
        SettledAt = null;
        Outcome = null;
        Version++;
    }

    internal sealed class Configuration : IEntityTypeConfiguration<Deadline>
    {
        public void Configure(EntityTypeBuilder<Deadline> builder)
        {
            builder.Property(d => d.Title).HasMaxLength(WordsMaxLength);
            builder.Property(d => d.Task).HasMaxLength(WordsMaxLength);
            builder.Property(d => d.Outcome).HasMaxLength(WordsMaxLength);
            builder.Property(d => d.PersonEmail).HasMaxLength(ReminderRules.AddressMaxLength);
            builder.Property(d => d.Version).IsConcurrencyToken();
            builder.HasIndex(d => new { d.Kind, d.SubjectId }).IsUnique();
            builder.HasIndex(d => new { d.SettledAt, d.DueOn });
            builder.HasOne<Epn>().WithMany().HasForeignKey(d => d.EpnId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

internal static class DeadlineQueries
{
    /// <summary>Deadlines that people are still reminded of.</summary>
    public static IQueryable<Deadline> StillReminded(this IQueryable<Deadline> deadlines) =>
        deadlines.Where(d => d.SettledAt == null);

    /// <summary>Opens a deadline, or moves the one that its subject has already; the caller saves.</summary>
    public static async Task SetDeadlineAsync(
        this LabellingDbContext db,
        Deadline wanted,
        CancellationToken cancellationToken
    )
    {
        var known = await db.Deadlines.SingleOrDefaultAsync(
            d => d.Kind == wanted.Kind && d.SubjectId == wanted.SubjectId,
            cancellationToken
        );
        if (known is null)
        {
            db.Deadlines.Add(wanted);
            return;
        }

        known.Title = wanted.Title;
        known.PersonName = wanted.PersonName;
        known.PersonEmail = wanted.PersonEmail;
        known.MoveTo(wanted.DueOn, wanted.RemindersFrom);
    }

    /// <summary>Settles the deadline of a subject, if it has one; the caller saves.</summary>
    /// <param name="outcome">Why nobody is reminded any more: « Les compléments sont envoyés. »</param>
    public static async Task SettleDeadlineAsync(
        this LabellingDbContext db,
        DeadlineKind kind,
        Guid subjectId,
        string outcome,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        var open = await db.Deadlines.SingleOrDefaultAsync(
            d => d.Kind == kind && d.SubjectId == subjectId && d.SettledAt == null,
            cancellationToken
        );
        open?.Settle(outcome, now);
    }
}
