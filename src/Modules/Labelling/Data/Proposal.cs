using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Labelling.Data;

/// <summary>One person proposes an act on a label, another decides: nobody does both.</summary>
[AuditedAs("Proposition")]
internal sealed class Proposal
{
    public const int ActPathMaxLength = 20;
    public const int NameMaxLength = 120;
    public const int AddressMaxLength = 254;

    private const char Separator = ' ';

    public Guid Id { get; private init; }
    public required Guid EpnId { get; init; }

    /// <summary>Null for a grant, until it is decided.</summary>
    public Guid? LabelId { get; set; }

    /// <summary>Which act, by its name in URLs.</summary>
    public required string ActPath { get; init; }

    /// <summary>First day of the label, for a grant.</summary>
    public DateOnly? StartsOn { get; init; }

    public required string Reason { get; init; }
    public required string ProposedBy { get; set; }
    public string? ProposedByEmail { get; set; }
    public Guid? ProposedById { get; init; }

    /// <summary>Whoever answered for the proposal on its day: its author, and those in whose place they stood.</summary>
    public required string AnswerableIds { get; init; }

    public required DateTime ProposedAt { get; init; }
    public DateTime? DecidedAt { get; private set; }
    public string? DecidedBy { get; set; }
    public Guid? DecidedById { get; private set; }
    public bool IsAccepted { get; private set; }

    /// <summary>Why it was turned down, or what goes with the decision.</summary>
    public string? DecisionReason { get; private set; }

    public static Proposal By(
        ICurrentUser user,
        DateTime now,
        Guid epnId,
        Guid? labelId,
        string actPath,
        string reason,
        DateOnly? startsOn = null
    ) =>
        new()
        {
            EpnId = epnId,
            LabelId = labelId,
            ActPath = actPath,
            StartsOn = startsOn,
            Reason = reason,
            ProposedBy = user.Name,
            ProposedByEmail = user.Email,
            ProposedById = user.Id,
            AnswerableIds = string.Join(Separator, user.AnswerableIds),
            ProposedAt = now,
        };

    /// <summary>Whether one of these people answered for the proposal.</summary>
    public bool IsAnsweredForBy(IEnumerable<Guid> ids) =>
        AnswerableIds.Split(Separator, StringSplitOptions.RemoveEmptyEntries).Select(Guid.Parse).Intersect(ids).Any();

    public void Decide(ICurrentUser user, DateTime now, bool isAccepted, string? reason)
    {
        DecidedAt = now;
        DecidedBy = user.Name;
        DecidedById = user.Id;
        IsAccepted = isAccepted;
        DecisionReason = reason;
    }

    internal sealed class Configuration : IEntityTypeConfiguration<Proposal>
    {
        public void Configure(EntityTypeBuilder<Proposal> builder)
        {
            builder.Property(p => p.ActPath).HasMaxLength(ActPathMaxLength);
            builder.Property(p => p.Reason).HasMaxLength(LabelEvent.ReasonMaxLength);
            builder.Property(p => p.DecisionReason).HasMaxLength(LabelEvent.ReasonMaxLength);
            builder.Property(p => p.ProposedBy).HasMaxLength(NameMaxLength);
            builder.Property(p => p.DecidedBy).HasMaxLength(NameMaxLength);
            builder.Property(p => p.ProposedByEmail).HasMaxLength(AddressMaxLength);
            // Two who decide at one time: the second finds it decided.
            builder.Property(p => p.DecidedAt).IsConcurrencyToken();
            builder.HasIndex(p => p.EpnId).HasFilter("DecidedAt IS NULL").IsUnique();
            builder.HasOne<Epn>().WithMany().HasForeignKey(p => p.EpnId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Label>().WithMany().HasForeignKey(p => p.LabelId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
