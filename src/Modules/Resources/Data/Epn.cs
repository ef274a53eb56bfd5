using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Resources.Data;

// A copy of what Network announces, under Network's own id.
[NotAudited]
internal sealed class Epn
{
    public required Guid Id { get; init; }
    public required string Name { get; set; }
    public required string Slug { get; set; }
    public required string Commune { get; set; }
    public required int Revision { get; set; }

    /// <summary>It writes no more kits, and stays the author of those it wrote.</summary>
    public bool IsClosed { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<Epn>
    {
        public void Configure(EntityTypeBuilder<Epn> builder) => builder.Property(e => e.Id).ValueGeneratedNever();
    }
}
