using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Events.Data;

/// <summary>A meeting of the facilitators of the whole network, one edition after another.</summary>
[AuditedAs("Rencontre")]
internal sealed class Gathering : IKnownBy
{
    public const int TitleMaxLength = 120;
    public const int SlugMaxLength = 250;
    public const int PlaceMaxLength = 200;
    public const int PresentationMaxLength = 2000;
    public const int MaxEdition = 999;
    public const int MaxDays = 7;
    public const int MaxCapacity = 1000;

    public Guid Id { get; private init; }

    /// <summary>From 1; the first was held in Bourail on 27 October 2016.</summary>
    [AuditedAs("Édition")]
    public required int Edition { get; init; }

    [AuditedAs("Titre")]
    public required string Title { get; init; }

    [AuditedAs("Adresse de la page")]
    public required string Slug { get; init; }

    [AuditedAs("Premier jour")]
    public required DateOnly StartsOn { get; init; }

    [AuditedAs("Dernier jour")]
    public required DateOnly EndsOn { get; init; }

    [AuditedAs("Lieu")]
    public required string Place { get; init; }

    [AuditedAs("Espace hôte")]
    public required Guid? HostId { get; init; }
    public Epn? Host { get; private init; }

    [AuditedAs("Présentation")]
    public required string Presentation { get; init; }

    [AuditedAs("Places")]
    public required int Capacity { get; init; }

    [AuditedAs("Inscriptions dès le")]
    public required DateOnly? RegistrationOpensOn { get; init; }

    /// <summary>Last day, inclusive.</summary>
    [AuditedAs("Inscriptions jusqu’au")]
    public required DateOnly? RegistrationClosesOn { get; init; }

    public required List<AgendaItem> Agenda { get; init; }

    string IKnownBy.KnownBy => Slug;

    internal sealed class Configuration : IEntityTypeConfiguration<Gathering>
    {
        public void Configure(EntityTypeBuilder<Gathering> builder)
        {
            builder.Property(g => g.Title).HasMaxLength(TitleMaxLength);
            builder.Property(g => g.Slug).HasMaxLength(SlugMaxLength);
            builder.Property(g => g.Place).HasMaxLength(PlaceMaxLength);
            builder.Property(g => g.Presentation).HasMaxLength(PresentationMaxLength);
            builder.HasIndex(g => g.Edition).IsUnique();
            builder.HasIndex(g => g.Slug).IsUnique();
            builder.HasIndex(g => g.StartsOn);
            builder.HasMany(g => g.Agenda).WithOne().HasForeignKey(i => i.GatheringId).IsRequired();
        }
    }
}
