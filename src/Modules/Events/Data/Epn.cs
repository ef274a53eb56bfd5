using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Events.Data;

// A copy of what Network announces, under Network's own id.
[NotAudited]
internal sealed class Epn
{
    public required Guid Id { get; init; }
    public required string Name { get; set; }
    public required string Slug { get; set; }
    public required string Commune { get; set; }
    public required int Revision { get; set; }

    /// <summary>It hosts no gathering any more, and stays the host of those it had.</summary>
    public bool IsClosed { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<Epn>
    {
        public void Configure(EntityTypeBuilder<Epn> builder) => builder.Property(e => e.Id).ValueGeneratedNever();
    }
}
