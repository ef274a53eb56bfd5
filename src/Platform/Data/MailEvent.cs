using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Platform.Data;

/// <summary>A line of a mail's history.</summary>
[NotAudited]
internal sealed class MailEvent
{
    public const int WhatMaxLength = 200;

    public long Id { get; private init; }
    public required Guid MailId { get; init; }
    public required DateTime At { get; init; }

    /// <summary>What happened, in French.</summary>
    public required string What { get; init; }

    /// <summary>The server's words, or the reason that a person gave.</summary>
    public string? Words { get; init; }

    public required string By { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<MailEvent>
    {
        public void Configure(EntityTypeBuilder<MailEvent> builder)
        {
            builder.Property(e => e.What).HasMaxLength(WhatMaxLength);
            builder.Property(e => e.Words).HasMaxLength(Mail.WordsMaxLength);
            builder.HasOne<Mail>().WithMany().HasForeignKey(e => e.MailId);
        }
    }
}
