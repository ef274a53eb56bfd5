using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Resources.Data;

/// <summary>All that it takes to hold a workshop, written by one team for all others.</summary>
[AuditedAs("Atelier")]
internal sealed class WorkshopKit : IKnownBy
{
    public const int TitleMaxLength = 120;
    public const int SlugMaxLength = 250;
    public const int SummaryMaxLength = 300;
    public const int ObjectivesMaxLength = 1000;
    public const int AudienceMaxLength = 200;
    public const int MaterialMaxLength = 1000;
    public const int SearchTextMaxLength = 4000;
    public const int MaxGroup = 200;
    public const int MinMinutes = 10;
    public const int MaxMinutes = 600;

    public Guid Id { get; private init; }

    [AuditedAs("Titre")]
    public required string Title { get; init; }

    [AuditedAs("Adresse de la page")]
    public required string Slug { get; init; }

    [AuditedAs("Résumé")]
    public required string Summary { get; init; }

    /// <summary>What each person will know how to do at the end: one a line, each beginning with a verb.</summary>
    [AuditedAs("Objectifs")]
    public required string Objectives { get; init; }

    [AuditedAs("Public")]
    public required string Audience { get; init; }

    [AuditedAs("Personnes au moins")]
    public required int MinPeople { get; init; }

    [AuditedAs("Personnes au plus")]
    public required int MaxPeople { get; init; }

    [AuditedAs("Minutes")]
    public required int Minutes { get; init; }

    [AuditedAs("Matériel")]
    public required string Material { get; init; }

    [AuditedAs("Sans connexion")]
    public required bool IsOfflinePossible { get; init; }

    [AuditedAs("Licence")]
    public required string LicenceCode { get; init; }

    [AuditedAs("Auteur")]
    public required Guid? AuthorId { get; init; }
    public Epn? Author { get; private init; }

    [AuditedAs("Publié le")]
    public required DateOnly PublishedOn { get; init; }
    public required string SearchText { get; init; }
    public required List<KitStep> Steps { get; init; }

    /// <summary>Steps may take a tenth more or less than announced: what is left over is the time to settle in.</summary>
    public static bool IsFilled(int minutes, int minutesOfSteps) => 10 * Math.Abs(minutes - minutesOfSteps) <= minutes;

    string IKnownBy.KnownBy => Slug;

    internal sealed class Configuration : IEntityTypeConfiguration<WorkshopKit>
    {
        public void Configure(EntityTypeBuilder<WorkshopKit> builder)
        {
            builder.Property(k => k.Title).HasMaxLength(TitleMaxLength);
            builder.Property(k => k.Slug).HasMaxLength(SlugMaxLength);
            builder.Property(k => k.Summary).HasMaxLength(SummaryMaxLength);
            builder.Property(k => k.Objectives).HasMaxLength(ObjectivesMaxLength);
            builder.Property(k => k.Audience).HasMaxLength(AudienceMaxLength);
            builder.Property(k => k.Material).HasMaxLength(MaterialMaxLength);
            builder.Property(k => k.LicenceCode).HasMaxLength(Licence.CodeMaxLength);
            builder.Property(k => k.SearchText).HasMaxLength(SearchTextMaxLength);
            builder.HasIndex(k => k.Slug).IsUnique();
            builder.HasMany(k => k.Steps).WithOne().HasForeignKey(s => s.KitId).IsRequired();
        }
    }
}
