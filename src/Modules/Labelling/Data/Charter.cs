using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Labelling.Data;

internal enum CharterStatus
{
    /// <summary>Being written: nobody signs it.</summary>
    Draft,

    /// <summary>Never changed again; in force from its day until another one's.</summary>
    Published,
}

/// <summary>What an EPN commits itself to with the label, version by version. A new one asks for a new signature of what is not filed yet.</summary>
[AuditedAs("Charte")]
internal sealed class Charter : IKnownBy
{
    public const int TextMaxLength = 3900;
    public const int NoticeMaxLength = 500;
    public const int ReasonMaxLength = 1000;

    public static readonly Guid FirstId = new("01990000-0000-7000-8002-000000000001");

    public Guid Id { get; private init; }

    /// <summary>1, 2, 3 …</summary>
    [AuditedAs("Version")]
    public required int Number { get; init; }

    /// <summary>One commitment a line.</summary>
    [AuditedAs("Texte")]
    public required string Text { get; set; }

    /// <summary>What whoever signs must know of this version: that it is a proposal, what it changes.</summary>
    [AuditedAs("Avertissement")]
    public string? Notice { get; set; }

    [AuditedAs("État")]
    public CharterStatus Status { get; private set; }

    /// <summary>First day on which it is what people sign.</summary>
    [AuditedAs("En vigueur à partir du")]
    public DateOnly? StartsOn { get; private set; }

    [AuditedAs("Commencée le")]
    public required DateTime CreatedAt { get; init; }

    [AuditedAs("Commencée par")]
    public required string CreatedBy { get; set; }
    public Guid? CreatedById { get; init; }

    [AuditedAs("Publiée le")]
    public DateTime? PublishedAt { get; private set; }

    [AuditedAs("Publiée par")]
    public string? PublishedBy { get; set; }
    public Guid? PublishedById { get; private set; }

    [AuditedAs("Motif de la publication")]
    public string? PublicationReason { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<string> Commitments => CommitmentsOf(Text);

    public static IReadOnlyList<string> CommitmentsOf(string? text) =>
        (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static Charter Draft(int number, ICurrentUser user, DateTime now) =>
        new()
        {
            Number = number,
            Text = "",
            CreatedAt = now,
            CreatedBy = user.Name,
            CreatedById = user.Id,
        };

    /// <summary>To be called with each change of a draft, so that two editors do not overwrite each other.</summary>
    public void Touch() => Version++;

    /// <exception cref="InvalidOperationException">It is published already.</exception>
    public void PutInForce(DateOnly startsOn, string reason, ICurrentUser user, DateTime now)
    {
        if (Status is CharterStatus.Published)
        {
            throw new InvalidOperationException($"Charter {Number} is published: it does not change.");
        }

        Status = CharterStatus.Published;
        StartsOn = startsOn;
        PublicationReason = reason;
        PublishedAt = now;
        PublishedBy = user.Name;
        PublishedById = user.Id;
        Version++;
    }

    string IKnownBy.KnownBy => $"version {Number}";

    internal sealed class Configuration : IEntityTypeConfiguration<Charter>
    {
        public void Configure(EntityTypeBuilder<Charter> builder)
        {
            builder.Property(c => c.Text).HasMaxLength(TextMaxLength);
            builder.Property(c => c.Notice).HasMaxLength(NoticeMaxLength);
            builder.Property(c => c.PublicationReason).HasMaxLength(ReasonMaxLength);
            builder.Property(c => c.Version).IsConcurrencyToken();
            builder.Ignore(c => c.Commitments);
            builder.HasIndex(c => c.Number).IsUnique();
            // One in the making.
            builder.HasIndex(c => c.Status).HasFilter("Status = 0").IsUnique();
            builder.HasData(
                new
                {
                    Id = FirstId,
                    Number = 1,
                    Text = ProposedText,
                    Notice = "Texte proposé\u00A0: ÉcoNum y met sa propre charte.",
                    Status = CharterStatus.Published,
                    // Before any file: there is always one to sign.
                    StartsOn = new DateOnly(2016, 1, 1),
                    CreatedAt = new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc),
                    CreatedBy = "Système",
                    PublishedAt = new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc),
                    PublishedBy = "Système",
                    Version = 0,
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
