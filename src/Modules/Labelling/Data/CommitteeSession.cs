using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Labelling.Data;

/// <summary>A meeting of the labelling committee: who sits, which files, what it thinks of them.</summary>
[AuditedAs("Séance du comité")]
internal sealed class CommitteeSession : IKnownBy
{
    public const int PlaceMaxLength = 200;
    public const int LinkMaxLength = 500;
    public const int RemarksMaxLength = 4000;

    public Guid Id { get; private init; }

    [AuditedAs("Date")]
    public required DateTime HeldAt { get; init; }

    /// <summary>Where people meet; null when they meet at a distance only.</summary>
    [AuditedAs("Lieu")]
    public string? Place { get; init; }

    [AuditedAs("Lien à distance")]
    public string? RemoteLink { get; init; }

    /// <summary>As the rules had it when the session was planned.</summary>
    [AuditedAs("Quorum")]
    public required int QuorumPercent { get; init; }

    [AuditedAs("Prévue par")]
    public required string PlannedBy { get; set; }
    public Guid? PlannedById { get; init; }

    /// <summary>When its members were invited.</summary>
    [AuditedAs("Convoquée le")]
    public DateTime? ConvenedAt { get; private set; }

    [AuditedAs("Close le")]
    public DateTime? ClosedAt { get; private set; }

    [AuditedAs("Close par")]
    public string? ClosedBy { get; set; }
    public Guid? ClosedById { get; private set; }

    /// <summary>What the minutes tell beside votes and opinions.</summary>
    [AuditedAs("Observations")]
    public string? Remarks { get; private set; }

    public int Version { get; private set; }

    public List<CommitteeSeat> Seats { get; init; } = [];

    public List<CommitteeItem> Items { get; init; } = [];

    public bool IsClosed => ClosedAt is not null;

    public DateOnly HeldOn => NoumeaTime.DayOf(HeldAt);

    /// <summary>« Comité du 12 décembre 2026 ».</summary>
    public string Name => $"Comité du {FrenchText.Date(HeldOn)}";

    public void Convene(DateTime now)
    {
        ConvenedAt = now;
        Version++;
    }

    public void Close(string? remarks, ICurrentUser user, DateTime now)
    {
        Remarks = remarks;
        ClosedAt = now;
        ClosedBy = user.Name;
        ClosedById = user.Id;
        Version++;
    }

    /// <summary>To be called with each change, so that a session that closes meanwhile is noticed.</summary>
    public void Touch() => Version++;

    string IKnownBy.KnownBy => Name;

    internal sealed class Configuration : IEntityTypeConfiguration<CommitteeSession>
    {
        public void Configure(EntityTypeBuilder<CommitteeSession> builder)
        {
            builder.Property(s => s.Place).HasMaxLength(PlaceMaxLength);
            builder.Property(s => s.RemoteLink).HasMaxLength(LinkMaxLength);
            builder.Property(s => s.Remarks).HasMaxLength(RemarksMaxLength);
            builder.Property(s => s.Version).IsConcurrencyToken();
            builder.Ignore(s => s.HeldOn);
            builder.Ignore(s => s.Name);
            builder.HasIndex(s => s.HeldAt);
            builder.HasMany(s => s.Seats).WithOne(s => s.Session).HasForeignKey(s => s.SessionId);
            builder.HasMany(s => s.Items).WithOne(i => i.Session).HasForeignKey(i => i.SessionId);
        }
    }
}

/// <summary>A member of the committee, in one session.</summary>
[AuditedAs("Membre d’une séance")]
internal sealed class CommitteeSeat
{
    public const int NameMaxLength = 120;
    public const int EmailMaxLength = 254;

    public Guid Id { get; private init; }
    public Guid SessionId { get; init; }
    public CommitteeSession Session { get; init; } = null!;

    [AuditedAs("Compte")]
    public required Guid AccountId { get; init; }

    [AuditedAs("Nom")]
    public required string Name { get; set; }

    [AuditedAs("Courriel")]
    public string? Email { get; set; }

    [AuditedAs("Présent")]
    public bool IsPresent { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<CommitteeSeat>
    {
        public void Configure(EntityTypeBuilder<CommitteeSeat> builder)
        {
            builder.Property(s => s.Name).HasMaxLength(NameMaxLength);
            builder.Property(s => s.Email).HasMaxLength(EmailMaxLength);
            builder.HasIndex(s => new { s.SessionId, s.AccountId }).IsUnique();
            builder.HasIndex(s => s.AccountId);
        }
    }
}
