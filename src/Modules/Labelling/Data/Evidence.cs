using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Labelling.Data;

/// <summary>A proof in an EPN's library: a file or a link, which serves several criteria and several files.</summary>
[AuditedAs("Pièce")]
internal sealed class Evidence : IKnownBy
{
    public const int TitleMaxLength = 160;
    public const int LinkMaxLength = 500;

    /// <summary>How long before its end a proof is shown as running out.</summary>
    private const int SoonDays = 60;

    public Guid Id { get; private init; }

    [AuditedAs("Espace")]
    public required Guid EpnId { get; init; }

    [AuditedAs("Intitulé")]
    public required string Title { get; set; }

    /// <summary>An address of the web, where the proof is not a file.</summary>
    [AuditedAs("Lien")]
    public string? Link { get; set; }

    /// <summary>Last day on which it proves anything, inclusive; null when it does not run out.</summary>
    [AuditedAs("Valable jusqu’au")]
    public DateOnly? ExpiresOn { get; set; }

    [AuditedAs("Ajoutée le")]
    public required DateTime AddedAt { get; init; }

    [AuditedAs("Ajoutée par")]
    public required string AddedBy { get; set; }
    public Guid? AddedById { get; init; }

    /// <summary>Out of the library for new uses; files that it was filed with keep it.</summary>
    [AuditedAs("Retirée le")]
    public DateTime? RetiredAt { get; set; }

    /// <summary>The proof that this one renews.</summary>
    [AuditedAs("Renouvelle la pièce")]
    public Guid? ReplacesId { get; init; }

    /// <summary>What may be sent as a proof: one file.</summary>
    public static readonly UploadRule Rule = new(
        MaxBytes: 20_000_000,
        MaxCount: 1,
        [.. FileKind.Documents, .. FileKind.Pictures]
    );

    /// <summary>Whom its file belongs to, in the store.</summary>
    public static FileOwner OwnerOf(Guid evidenceId) => new(LabellingDbContext.Name, evidenceId);

    public bool IsExpired(DateOnly today) => ExpiresOn < today;

    /// <summary>Whether it still runs, but not for long.</summary>
    public bool IsNearItsEnd(DateOnly today) => !IsExpired(today) && ExpiresOn <= today.AddDays(SoonDays);

    /// <summary>Whether it proves anything in a file that is yet to be filed.</summary>
    public bool IsValid(DateOnly today) => RetiredAt is null && !IsExpired(today);

    string IKnownBy.KnownBy => Title;

    internal sealed class Configuration : IEntityTypeConfiguration<Evidence>
    {
        public void Configure(EntityTypeBuilder<Evidence> builder)
        {
            builder.Property(e => e.Title).HasMaxLength(TitleMaxLength);
            builder.Property(e => e.Link).HasMaxLength(LinkMaxLength);
            builder.HasIndex(e => e.EpnId);
            builder.HasOne<Epn>().WithMany().HasForeignKey(e => e.EpnId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>A proof serves a criterion in a file.</summary>
[AuditedAs("Pièce d’un critère")]
internal sealed class EvidenceUse
{
    public long Id { get; private init; }

    [AuditedAs("Réponse")]
    public required Guid AnswerId { get; init; }

    [AuditedAs("Pièce")]
    public required Guid EvidenceId { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<EvidenceUse>
    {
        public void Configure(EntityTypeBuilder<EvidenceUse> builder)
        {
            builder.HasIndex(u => new { u.AnswerId, u.EvidenceId }).IsUnique();
            builder.HasOne<Answer>().WithMany().HasForeignKey(u => u.AnswerId);
            builder.HasOne<Evidence>().WithMany().HasForeignKey(u => u.EvidenceId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
