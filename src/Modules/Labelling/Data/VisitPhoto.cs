using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Labelling.Data;

/// <summary>What a photograph of a visit shows. The picture itself is in the store.</summary>
[AuditedAs("Photo de visite")]
internal sealed class VisitPhoto
{
    public Guid Id { get; private init; }

    [AuditedAs("Visite")]
    public required Guid VisitId { get; init; }

    /// <summary>Null for the place as a whole.</summary>
    [AuditedAs("Critère")]
    public Guid? CriterionId { get; init; }

    public required Guid FileId { get; init; }

    /// <summary>By which a device tells its sendings apart: sent twice, it is kept once.</summary>
    public required Guid ClientKey { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<VisitPhoto>
    {
        public void Configure(EntityTypeBuilder<VisitPhoto> builder)
        {
            builder.HasIndex(p => new { p.VisitId, p.ClientKey }).IsUnique();
            builder.HasOne<SiteVisit>().WithMany().HasForeignKey(p => p.VisitId);
            builder.HasOne<Criterion>().WithMany().HasForeignKey(p => p.CriterionId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
