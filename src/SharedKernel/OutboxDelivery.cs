using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.SharedKernel;

public enum DeliveryState
{
    Pending,
    Delivered,

    /// <summary>Given up after the last attempt: an administrator sees it and can send it again.</summary>
    Dead,
}

/// <summary>One handler's share of a notification: it fails, waits and succeeds by itself.</summary>
[NotAudited]
public sealed class OutboxDelivery
{
    public const int ErrorMaxLength = 2000;

    public long Id { get; private init; }
    public required long MessageId { get; init; }

    /// <summary>Full name of the handler's class; a class that hears several notifications hears them in order.</summary>
    public required string Handler { get; init; }

    public required Guid AggregateId { get; init; }
    public DeliveryState State { get; set; }
    public int Attempts { get; set; }
    public DateTime? RetryAt { get; set; }

    /// <summary>Whoever wrote this token last may deliver, until <see cref="LeaseUntil"/>.</summary>
    public Guid? Lease { get; set; }

    public DateTime? LeaseUntil { get; set; }
    public DateTime? DeliveredAt { get; set; }
    public string? LastError { get; set; }

    public static string Shorten(string error) => error.Length > ErrorMaxLength ? error[..ErrorMaxLength] : error;

    public sealed class Configuration : IEntityTypeConfiguration<OutboxDelivery>
    {
        public void Configure(EntityTypeBuilder<OutboxDelivery> builder)
        {
            builder.Property(d => d.LastError).HasMaxLength(ErrorMaxLength);
            builder.HasOne<OutboxMessage>().WithMany().HasForeignKey(d => d.MessageId);
            builder.HasIndex(d => new { d.MessageId, d.Handler }).IsUnique();
            builder.HasIndex(d => new { d.State, d.RetryAt });
            builder.HasIndex(d => new { d.AggregateId, d.State });
        }
    }
}
