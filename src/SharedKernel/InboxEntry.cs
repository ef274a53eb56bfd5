using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.SharedKernel;

/// <summary>
/// Says that a handler has run its effect. It is saved in the same transaction as that effect, so that a second delivery,
/// after a kill or from another host, changes nothing.
/// </summary>
[NotAudited]
public sealed class InboxEntry
{
    public required string Publisher { get; init; }
    public required long MessageId { get; init; }
    public required string Handler { get; init; }
    public required DateTime HandledAt { get; init; }

    public sealed class Configuration : IEntityTypeConfiguration<InboxEntry>
    {
        public void Configure(EntityTypeBuilder<InboxEntry> builder)
        {
            builder.HasKey(e => new
            {
                e.Publisher,
                e.MessageId,
                e.Handler,
            });
            builder.Property(e => e.Publisher).HasMaxLength(30);
            builder.Property(e => e.Handler).HasMaxLength(300);
        }
    }
}
