using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Labelling.Data;

/// <summary>What an EPN commits itself to with the label. A change is a new version, which asks for a new signature.</summary>
[AuditedAs("Charte")]
internal sealed class Charter : IKnownBy
{
    public const int TextMaxLength = 3900;

    public static readonly Guid FirstId = new("01990000-0000-7000-8002-000000000001");

    public Guid Id { get; private init; }

    /// <summary>1, 2, 3 …: the highest is in force.</summary>
    [AuditedAs("Version")]
    public required int Number { get; init; }

    /// <summary>One commitment a line.</summary>
    [AuditedAs("Texte")]
    public required string Text { get; init; }

    [AuditedAs("Publiée le")]
    public required DateTime PublishedAt { get; init; }

    [AuditedAs("Publiée par")]
    public required string PublishedBy { get; set; }
    public Guid? PublishedById { get; init; }

    public IReadOnlyList<string> Commitments => Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    string IKnownBy.KnownBy => $"version {Number}";

    internal sealed class Configuration : IEntityTypeConfiguration<Charter>
    {
        public void Configure(EntityTypeBuilder<Charter> builder)
        {
            builder.Property(c => c.Text).HasMaxLength(TextMaxLength);
            builder.Ignore(c => c.Commitments);
            builder.HasIndex(c => c.Number).IsUnique();
            builder.HasData(
                new
                {
                    Id = FirstId,
                    Number = 1,
                    Text = ProposedText,
                    PublishedAt = new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc),
                    PublishedBy = "Système",
                }
            );
        }
    }

    private const string ProposedText =
        "L’espace accueille tous les publics, sans condition d’adhésion ni distinction.\n"
        + "L’accès à Internet et les ateliers d’initiation sont gratuits. Les autres tarifs sont affichés.\n"
        + "Une personne formée accueille, accompagne et anime aux heures annoncées.\n"
        + "Les démarches et les données des personnes restent confidentielles. Rien n’est gardé sans leur accord.\n"
        + "L’espace protège les mineurs et veille à la sécurité du public.\n"
        + "L’équipe prend part au réseau\u00A0: rencontres, entraide, ateliers partagés.\n"
        + "L’espace tient ses horaires à jour sur le portail, et transmet ses chiffres et son bilan.\n"
        + "Le nom et le logo Case numérique ne servent que pendant la validité du label, et pour cet espace.\n"
        + "Le gestionnaire prévient ÉcoNum de tout changement\u00A0: fermeture, départ de l’animateur, déménagement.";
}
