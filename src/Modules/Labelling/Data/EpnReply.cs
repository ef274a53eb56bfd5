using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Labelling.Data;

/// <summary>What an EPN sent on one occasion about a condition of its label or a formal notice: words, and files of their own.</summary>
/// <remarks>
/// One that is not sent yet holds the files of the answer being written, so that a form that is refused loses none: one at a
/// time for what it answers.
/// </remarks>
[AuditedAs("Envoi de l’espace")]
internal sealed class EpnReply
{
    public const int TextMaxLength = 4000;
    public const int NameMaxLength = 120;
    public const int RemarkMaxLength = 1000;

    /// <summary>What may go with one reply.</summary>
    public static readonly UploadRule Rule = new(
        MaxBytes: 20_000_000,
        MaxCount: 6,
        [.. FileKind.Documents, .. FileKind.Pictures]
    );

    public Guid Id { get; private init; }

    [AuditedAs("Espace")]
    public required Guid EpnId { get; init; }

    /// <summary>The condition or the formal notice that it answers.</summary>
    [AuditedAs("Objet")]
    public required Guid SubjectId { get; init; }

    [AuditedAs("Texte")]
    public string? Text { get; private set; }

    /// <summary>A proof of the library that goes with it.</summary>
    [AuditedAs("Pièce")]
    public Guid? EvidenceId { get; private set; }

    /// <summary>Null while it is being written.</summary>
    [AuditedAs("Envoyé le")]
    public DateTime? SentAt { get; private set; }

    [AuditedAs("Envoyé par")]
    public string? SentBy { get; set; }
    public Guid? SentById { get; private set; }

    /// <summary>Why it did not do; the EPN reads it.</summary>
    [AuditedAs("Observation")]
    public string? Remark { get; set; }

    /// <summary>Whom its files belong to, in the store.</summary>
    public static FileOwner OwnerOf(Guid replyId) => new(LabellingDbContext.Name, replyId);

    public void Send(string text, Guid? evidenceId, ICurrentUser user, DateTime now)
    {
        (Text, EvidenceId) = (text, evidenceId);
        (SentAt, SentBy, SentById) = (now, user.Name, user.Id);
    }

    internal sealed class Configuration : IEntityTypeConfiguration<EpnReply>
    {
        public void Configure(EntityTypeBuilder<EpnReply> builder)
        {
            builder.Property(r => r.Text).HasMaxLength(TextMaxLength);
            builder.Property(r => r.SentBy).HasMaxLength(NameMaxLength);
            builder.Property(r => r.Remark).HasMaxLength(RemarkMaxLength);
            builder.HasIndex(r => r.SubjectId).HasFilter("SentAt IS NULL").IsUnique();
            builder.HasIndex(r => new { r.SubjectId, r.SentAt });
            builder.HasOne<Epn>().WithMany().HasForeignKey(r => r.EpnId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Evidence>().WithMany().HasForeignKey(r => r.EvidenceId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
