using System.Text.Json;
using CaseNumerique.Contracts;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.SharedKernel;

/// <summary>A notification that a module has announced, stored with the change it speaks of.</summary>
[NotAudited]
public sealed class OutboxMessage
{
    public long Id { get; private init; }

    /// <summary>Full name of the record in Contracts.</summary>
    public required string Type { get; init; }

    public required string Payload { get; init; }

    public required Guid AggregateId { get; init; }

    /// <summary>When a delivery was written for each handler; null until then.</summary>
    public DateTime? AddressedAt { get; set; }

    /// <summary>The notification as it was announced.</summary>
    public INotification Read()
    {
        var type = typeof(AssemblyMarker).Assembly.GetType(Type, throwOnError: true)!;
        return (INotification)JsonSerializer.Deserialize(Payload, type)!;
    }

    public sealed class Configuration : IEntityTypeConfiguration<OutboxMessage>
    {
        public void Configure(EntityTypeBuilder<OutboxMessage> builder)
        {
            // The payload holds a list of contacts at most; the ceiling is SQL Server's for a text without a length.
            builder.Property(m => m.Payload).HasMaxLength(-1);
            builder.HasIndex(m => m.AddressedAt);
        }
    }
}
