using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Events.Data;

[AuditedAs("Point du programme")]
internal sealed class AgendaItem
{
    public const int TitleMaxLength = 160;
    public const int MaxMinutes = 480;

    public Guid Id { get; private init; }
    public Guid GatheringId { get; private init; }

    /// <summary>1 on the first day of the gathering.</summary>
    [AuditedAs("Jour")]
    public required int Day { get; init; }

    /// <summary>Minutes since midnight, in Nouméa.</summary>
    [AuditedAs("Minute de début")]
    public required int StartMinute { get; init; }

    [AuditedAs("Minutes")]
    public required int Minutes { get; init; }

    [AuditedAs("Genre")]
    public required string Kind { get; init; }

    [AuditedAs("Titre")]
    public required string Title { get; init; }

    public int EndMinute => StartMinute + Minutes;

    internal sealed class Configuration : IEntityTypeConfiguration<AgendaItem>
    {
        public void Configure(EntityTypeBuilder<AgendaItem> builder)
        {
            builder.Ignore(i => i.EndMinute);
            builder.Property(i => i.Title).HasMaxLength(TitleMaxLength);
            builder.Property(i => i.Kind).HasMaxLength(AgendaKind.CodeMaxLength);
            builder
                .HasIndex(i => new
                {
                    i.GatheringId,
                    i.Day,
                    i.StartMinute,
                })
                .IsUnique();
        }
    }
}
