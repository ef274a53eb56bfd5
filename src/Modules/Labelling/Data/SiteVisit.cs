using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Labelling.Data;

internal enum VisitStatus
{
    /// <summary>The assessor has proposed days; the EPN chooses.</summary>
    Proposed = 0,

    /// <summary>None of them suits; the EPN has proposed others.</summary>
    Countered = 1,
    Confirmed = 2,
    Done = 3,
    Cancelled = 4,
}

/// <summary>The assessor comes to see the place.</summary>
[AuditedAs("Visite")]
internal sealed class SiteVisit
{
    public const int WordsMaxLength = 1000;
    public const int ReportMaxLength = 4000;
    public const int MaxSlots = 3;

    public Guid Id { get; private init; }

    [AuditedAs("Dossier")]
    public required Guid ApplicationId { get; init; }

    [AuditedAs("État")]
    public VisitStatus Status { get; private set; }

    [AuditedAs("Durée, en minutes")]
    public required int Minutes { get; set; }

    /// <summary>How to prepare, from the assessor.</summary>
    [AuditedAs("Préparation")]
    public string? Preparation { get; set; }

    /// <summary>What the EPN says of the days.</summary>
    [AuditedAs("Mot de l’espace")]
    public string? EpnWords { get; private set; }

    [AuditedAs("Date et heure")]
    public DateTime? StartsAt { get; private set; }

    [AuditedAs("Motif d’annulation")]
    public string? CancelReason { get; private set; }

    [AuditedAs("Personnes présentes")]
    public string? Present { get; private set; }

    [AuditedAs("Compte rendu")]
    public string? Report { get; private set; }

    [AuditedAs("Compte rendu du")]
    public DateTime? ReportedAt { get; private set; }

    [AuditedAs("Compte rendu par")]
    public string? ReportedBy { get; set; }
    public Guid? ReportedById { get; private set; }

    /// <summary>Grows with each change: the calendar file bears it, and two people at one visit are told of each other.</summary>
    public int Version { get; private set; }

    public List<VisitSlot> Slots { get; init; } = [];

    public List<VisitFinding> Findings { get; init; } = [];

    /// <summary>All that was ever written in <see cref="Findings"/>, and what was set aside.</summary>
    public List<FindingRevision> Revisions { get; init; } = [];

    public bool IsOpen => Status < VisitStatus.Done;

    /// <summary>Whom its photographs belong to, in the store.</summary>
    public static FileOwner OwnerOf(Guid visitId) => new(LabellingDbContext.Name, visitId);

    /// <summary>New days by one side; those before are gone.</summary>
    public void Propose(IEnumerable<DateTime> days, bool isByEpn, string? words)
    {
        Slots.Clear();
        Slots.AddRange(days.Order().Select(d => new VisitSlot { StartsAt = d }));
        Status = isByEpn ? VisitStatus.Countered : VisitStatus.Proposed;
        StartsAt = null;
        EpnWords = isByEpn ? words : null;
        Preparation = isByEpn ? Preparation : words;
        Version++;
    }

    public void Confirm(DateTime startsAt)
    {
        Status = VisitStatus.Confirmed;
        StartsAt = startsAt;
        Version++;
    }

    public void Cancel(string reason)
    {
        Status = VisitStatus.Cancelled;
        CancelReason = reason;
        Version++;
    }

    public void NoteReport(string present, string report, ICurrentUser user, DateTime now)
    {
        Status = VisitStatus.Done;
        Present = present;
        Report = report;
        ReportedAt = now;
        ReportedBy = user.Name;
        ReportedById = user.Id;
        Version++;
    }

    public VisitFinding? FindingOn(Guid criterionId) => Findings.SingleOrDefault(f => f.CriterionId == criterionId);

    /// <summary>What is seen of a criterion from now on; nothing when that is what stands there.</summary>
    /// <param name="key">By which a device tells its sendings apart.</param>
    public void Note(Guid criterionId, FindingWords words, ICurrentUser user, DateTime now, Guid? key = null)
    {
        var finding = FindingOn(criterionId);
        if ((finding?.Words ?? FindingWords.None) == words)
        {
            return;
        }

        if (finding is null)
        {
            finding = new VisitFinding { CriterionId = criterionId, Text = "" };
            Findings.Add(finding);
        }

        finding.Say(words, user, now);
        Revisions.Add(FindingRevision.Of(finding.CriterionId, finding.Version, words, isKept: true, user, now, key));
        // Whoever has the report open is told.
        Version++;
    }

    /// <summary>Written from a version that was no longer the current one: kept beside it, until the person chooses.</summary>
    public void SetAside(Guid criterionId, int from, FindingWords words, ICurrentUser user, DateTime now, Guid key) =>
        Revisions.Add(FindingRevision.Of(criterionId, from, words, isKept: false, user, now, key));

    internal sealed class Configuration : IEntityTypeConfiguration<SiteVisit>
    {
        public void Configure(EntityTypeBuilder<SiteVisit> builder)
        {
            builder.Property(v => v.Preparation).HasMaxLength(WordsMaxLength);
            builder.Property(v => v.EpnWords).HasMaxLength(WordsMaxLength);
            builder.Property(v => v.CancelReason).HasMaxLength(WordsMaxLength);
            builder.Property(v => v.Present).HasMaxLength(WordsMaxLength);
            builder.Property(v => v.Report).HasMaxLength(ReportMaxLength);
            builder.Property(v => v.Version).IsConcurrencyToken();
            // One visit at a time. The numbers are those of VisitStatus.
            builder.HasIndex(v => v.ApplicationId).HasFilter("Status < 3").IsUnique();
            builder.HasOne<LabelApplication>().WithMany().HasForeignKey(v => v.ApplicationId);
            builder.HasMany(v => v.Slots).WithOne().HasForeignKey(s => s.VisitId);
            builder.HasMany(v => v.Findings).WithOne().HasForeignKey(f => f.VisitId);
            builder.HasMany(v => v.Revisions).WithOne().HasForeignKey(r => r.VisitId);
        }
    }
}
