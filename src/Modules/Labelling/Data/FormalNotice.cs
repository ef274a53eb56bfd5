using CaseNumerique.Contracts.Labelling;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Labelling.Data;

/// <summary>ÉcoNum tells an EPN what it must put right by a day; the EPN answers; then it is settled, or a suspension is proposed.</summary>
[AuditedAs("Mise en demeure")]
internal sealed class FormalNotice
{
    public const int ReasonsMaxLength = 4000;
    public const int AnswerMaxLength = 4000;
    public const int NameMaxLength = 120;

    public Guid Id { get; private init; }

    [AuditedAs("Label")]
    public required Guid LabelId { get; init; }

    [AuditedAs("Espace")]
    public required Guid EpnId { get; init; }

    [AuditedAs("Manquements")]
    public required string Reasons { get; init; }

    /// <summary>Last day to answer and put right, inclusive.</summary>
    [AuditedAs("À régulariser avant le")]
    public required DateOnly DueOn { get; init; }

    [AuditedAs("Envoyée le")]
    public required DateTime SentAt { get; init; }

    [AuditedAs("Envoyée par")]
    public required string SentBy { get; set; }
    public Guid? SentById { get; init; }

    [AuditedAs("Réponse")]
    public string? Answer { get; private set; }

    [AuditedAs("Réponse reçue le")]
    public DateTime? AnsweredAt { get; private set; }

    [AuditedAs("Réponse de")]
    public string? AnsweredBy { get; set; }
    public Guid? AnsweredById { get; private set; }

    [AuditedAs("Close le")]
    public DateTime? ClosedAt { get; private set; }

    [AuditedAs("Close par")]
    public string? ClosedBy { get; set; }
    public Guid? ClosedById { get; private set; }

    /// <summary>Put right; otherwise a suspension was to be proposed.</summary>
    [AuditedAs("Régularisée")]
    public bool IsSettled { get; private set; }

    [AuditedAs("Conclusion")]
    public string? Conclusion { get; private set; }

    public int Version { get; private set; }

    public bool IsOpen => ClosedAt is null;

    public void Reply(string answer, ICurrentUser user, DateTime now)
    {
        (Answer, AnsweredAt, AnsweredBy, AnsweredById) = (answer, now, user.Name, user.Id);
        Version++;
    }

    public void Close(bool isSettled, string conclusion, ICurrentUser user, DateTime now)
    {
        (IsSettled, Conclusion) = (isSettled, conclusion);
        (ClosedAt, ClosedBy, ClosedById) = (now, user.Name, user.Id);
        Version++;
    }

    public FormalNoticeMoved ToNoticeMoved(string move) => new(Id, LabelId, EpnId, move);

    internal sealed class Configuration : IEntityTypeConfiguration<FormalNotice>
    {
        public void Configure(EntityTypeBuilder<FormalNotice> builder)
        {
            builder.Property(n => n.Reasons).HasMaxLength(ReasonsMaxLength);
            builder.Property(n => n.Answer).HasMaxLength(AnswerMaxLength);
            builder.Property(n => n.Conclusion).HasMaxLength(LabelEvent.ReasonMaxLength);
            builder.Property(n => n.SentBy).HasMaxLength(NameMaxLength);
            builder.Property(n => n.AnsweredBy).HasMaxLength(NameMaxLength);
            builder.Property(n => n.ClosedBy).HasMaxLength(NameMaxLength);
            builder.Property(n => n.Version).IsConcurrencyToken();
            // One at a time for a label.
            builder.HasIndex(n => n.LabelId).HasFilter("ClosedAt IS NULL").IsUnique();
            builder.HasIndex(n => n.EpnId);
            builder.HasOne<Label>().WithMany().HasForeignKey(n => n.LabelId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Epn>().WithMany().HasForeignKey(n => n.EpnId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
