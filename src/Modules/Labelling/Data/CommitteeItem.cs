using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Labelling.Data;

internal enum VoteChoice
{
    For,
    Against,
    Abstain,
}

/// <summary>A file on the agenda of a session, and what the committee thinks of it.</summary>
[AuditedAs("Dossier en séance")]
internal sealed class CommitteeItem
{
    public Guid Id { get; private init; }
    public required Guid SessionId { get; init; }
    public CommitteeSession Session { get; init; } = null!;

    [AuditedAs("Dossier")]
    public required Guid ApplicationId { get; init; }
    public LabelApplication Application { get; init; } = null!;

    /// <summary>1, 2, 3 … in the order of the agenda.</summary>
    [AuditedAs("Rang")]
    public required int Position { get; set; }

    /// <summary>The opinion that is put to the vote: the assessor's, unless the committee wants another.</summary>
    [AuditedAs("Question mise aux voix")]
    public required OpinionKind Motion { get; set; }

    /// <summary>The committee's opinion; null before the vote, on a tie, and without a quorum.</summary>
    [AuditedAs("Avis du comité")]
    public OpinionKind? Opinion { get; private set; }

    /// <summary>As many for as against: the decider decides.</summary>
    [AuditedAs("Partage des voix")]
    public bool IsTie { get; private set; }

    [AuditedAs("Pour")]
    public int ForCount { get; private set; }

    [AuditedAs("Contre")]
    public int AgainstCount { get; private set; }

    [AuditedAs("Abstentions")]
    public int AbstainedCount { get; private set; }

    [AuditedAs("Résultat noté le")]
    public DateTime? RecordedAt { get; private set; }

    [AuditedAs("Résultat noté par")]
    public string? RecordedBy { get; set; }
    public Guid? RecordedById { get; private set; }

    public int Version { get; private set; }

    public List<CommitteeVote> Votes { get; init; } = [];

    public List<Recusal> Recusals { get; init; } = [];

    /// <param name="ballot">Has a quorum and an outcome.</param>
    public void Record(Ballot ballot, ICurrentUser user, DateTime now)
    {
        Opinion = ballot.Opinion;
        IsTie = ballot.IsTie;
        (ForCount, AgainstCount, AbstainedCount) = (ballot.For, ballot.Against, ballot.Abstained);
        RecordedAt = now;
        RecordedBy = user.Name;
        RecordedById = user.Id;
        Version++;
    }

    /// <summary>A second vote of the same member takes the place of the first.</summary>
    public void SetVote(Guid seatId, VoteChoice choice, ICurrentUser user)
    {
        var vote = Votes.SingleOrDefault(v => v.SeatId == seatId);
        if (vote is null)
        {
            vote = new CommitteeVote
            {
                ItemId = Id,
                SeatId = seatId,
                Choice = choice,
                EnteredBy = user.Name,
            };
            Votes.Add(vote);
        }

        (vote.Choice, vote.EnteredBy, vote.EnteredById) = (choice, user.Name, user.Id);
        Version++;
    }

    /// <summary>The member's vote goes with them.</summary>
    public void Recuse(Guid seatId, string reason, DateTime now)
    {
        Recusals.Add(
            new Recusal
            {
                ItemId = Id,
                SeatId = seatId,
                Reason = reason,
                DeclaredAt = now,
            }
        );
        Votes.RemoveAll(v => v.SeatId == seatId);
        Version++;
    }

    /// <summary>To be called with each vote and recusal, so that a result is never recorded over one that it did not count.</summary>
    public void Touch() => Version++;

    internal sealed class Configuration : IEntityTypeConfiguration<CommitteeItem>
    {
        public void Configure(EntityTypeBuilder<CommitteeItem> builder)
        {
            builder.Property(i => i.Version).IsConcurrencyToken();
            builder.HasIndex(i => new { i.SessionId, i.ApplicationId }).IsUnique();
            builder
                .HasOne(i => i.Application)
                .WithMany(a => a.CommitteeItems)
                .HasForeignKey(i => i.ApplicationId)
                .OnDelete(DeleteBehavior.Restrict);
            builder.HasMany(i => i.Votes).WithOne().HasForeignKey(v => v.ItemId);
            builder.HasMany(i => i.Recusals).WithOne().HasForeignKey(r => r.ItemId);
        }
    }
}

/// <summary>How a member voted on a file; minutes give counts only.</summary>
[AuditedAs("Vote")]
internal sealed class CommitteeVote
{
    public Guid Id { get; private init; }
    public required Guid ItemId { get; init; }
    public required Guid SeatId { get; init; }

    [AuditedAs("Voix")]
    public required VoteChoice Choice { get; set; }

    [AuditedAs("Saisi par")]
    public required string EnteredBy { get; set; }
    public Guid? EnteredById { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<CommitteeVote>
    {
        public void Configure(EntityTypeBuilder<CommitteeVote> builder)
        {
            builder.HasIndex(v => new { v.ItemId, v.SeatId }).IsUnique();
            builder.HasOne<CommitteeSeat>().WithMany().HasForeignKey(v => v.SeatId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>A member keeps out of one file: no vote, and out of its quorum.</summary>
[AuditedAs("Déport")]
internal sealed class Recusal
{
    public const int ReasonMaxLength = 500;

    public Guid Id { get; private init; }
    public required Guid ItemId { get; init; }
    public required Guid SeatId { get; init; }

    [AuditedAs("Motif")]
    public required string Reason { get; set; }

    [AuditedAs("Déclaré le")]
    public required DateTime DeclaredAt { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<Recusal>
    {
        public void Configure(EntityTypeBuilder<Recusal> builder)
        {
            builder.Property(r => r.Reason).HasMaxLength(ReasonMaxLength);
            builder.HasIndex(r => new { r.ItemId, r.SeatId }).IsUnique();
            builder.HasOne<CommitteeSeat>().WithMany().HasForeignKey(r => r.SeatId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
