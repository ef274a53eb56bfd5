using CaseNumerique.Contracts.Network;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Network.Data;

/// <summary>A digital public space: a place, or a round of places, where people are helped with what is digital.</summary>
[AuditedAs("Espace")]
internal sealed class Epn : IKnownBy
{
    public const int NameMaxLength = 120;
    public const int SlugMaxLength = 160;
    public const int AddressMaxLength = 150;
    public const int OpeningHoursMaxLength = 500;
    public const int PresentationMaxLength = 1000;
    public const int ClosingReasonMaxLength = 500;

    private const int SearchTextMaxLength = 400;

    public Guid Id { get; private init; }

    [AuditedAs("Nom")]
    public required string Name { get; set; }

    [AuditedAs("Adresse de la page")]
    public required string Slug { get; init; }

    [AuditedAs("Gestionnaire")]
    public required Guid OperatorId { get; init; }
    public Operator Operator { get; private init; } = null!;

    [AuditedAs("Code INSEE de la commune")]
    public required string InseeCode { get; init; }

    [AuditedAs("Province")]
    public required string Province { get; init; }

    /// <summary>Street, place or tribu.</summary>
    [AuditedAs("Adresse")]
    public string? Address { get; set; }

    [AuditedAs("Latitude")]
    public required double Latitude { get; set; }

    [AuditedAs("Longitude")]
    public required double Longitude { get; set; }

    /// <summary>In E.164.</summary>
    [AuditedAs("Téléphone")]
    public string? Phone { get; set; }

    [AuditedAs("Adresse électronique")]
    public string? Email { get; set; }

    /// <summary>As the team words them, a line a day.</summary>
    [AuditedAs("Horaires")]
    public string? OpeningHours { get; set; }

    [AuditedAs("Itinérant")]
    public bool IsItinerant { get; set; }

    [AuditedAs("Présentation")]
    public string? Presentation { get; set; }
    public ICollection<Contact> Contacts { get; init; } = [];
    public ICollection<Affiliation> Affiliations { get; private init; } = [];

    /// <summary>Raised by each change, so that copies elsewhere know the newer.</summary>
    public int Revision { get; private set; } = 1;

    [AuditedAs("Mis à jour le")]
    public required DateOnly UpdatedOn { get; set; }

    [AuditedAs("Fermé le")]
    public DateOnly? ClosedOn { get; private set; }

    [AuditedAs("Motif de la fermeture")]
    public string? ClosingReason { get; private set; }

    // Copy of how Labelling's label of this EPN stands.
    [AuditedAs("Numéro du label")]
    public string? LabelNumber { get; set; }

    [AuditedAs("État du label")]
    public string? LabelStatus { get; set; }

    [AuditedAs("Premier jour du label")]
    public DateOnly? LabelStartsOn { get; set; }

    [AuditedAs("Dernier jour du label")]
    public DateOnly? LabelExpiresOn { get; set; }

    // Copy of the temporary closure that Labelling was last told of.
    [AuditedAs("Fermé temporairement à partir du")]
    public DateOnly? ClosureFirstOn { get; set; }

    [AuditedAs("Fermé temporairement jusqu’au")]
    public DateOnly? ClosureLastOn { get; set; }
    public Guid? ClosureId { get; set; }
    public int ClosureRevision { get; set; }

    /// <summary>The name without accents or case: one open EPN of that name in a commune.</summary>
    public string FoldedName { get; private set; } = "";

    /// <summary>Name, commune and address without accents or case; begins by the name, so that it also sorts.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>Addresses of its page, the shortest first; the first that is free is taken.</summary>
    public static IEnumerable<string> Slugs(string name, Commune commune)
    {
        var slug = FrenchText.Slug(name);
        // /gestion/reseau/nouveau is the form itself.
        if (slug != "nouveau")
        {
            yield return slug;
        }

        slug += $"-{commune.Slug}";
        yield return slug;
        for (var number = 2; ; number++)
        {
            yield return $"{slug}-{number}";
        }
    }

    public void FoldForSearch()
    {
        FoldedName = FrenchText.Fold(Name);
        var text = FrenchText.Fold($"{Name} {Commune.Of(InseeCode).Name} {Address}");
        SearchText = text.Length > SearchTextMaxLength ? text[..SearchTextMaxLength] : text;
    }

    public void Change(DateOnly today)
    {
        Revision++;
        UpdatedOn = today;
    }

    public void Close(DateOnly today, string reason)
    {
        ClosedOn = today;
        ClosingReason = reason;
        Change(today);
    }

    public EpnRegistered ToRegistered() =>
        new(Id, Revision, Name, Slug, InseeCode, Commune.Of(InseeCode).Name, Province);

    public EpnChanged ToEpnChanged() => new(Id, Revision, Name);

    public EpnContactsChanged ToContactsChanged() =>
        new(
            Id,
            Revision,
            [.. Contacts.Select(c => new EpnContact(c.Id, Contact.RoleWord(c.Role), c.Name, c.Email, c.Phone))]
        );

    string IKnownBy.KnownBy => Slug;

    internal sealed class Configuration : IEntityTypeConfiguration<Epn>
    {
        public void Configure(EntityTypeBuilder<Epn> builder)
        {
            builder.Property(e => e.Name).HasMaxLength(NameMaxLength);
            builder.Property(e => e.FoldedName).HasMaxLength(NameMaxLength);
            builder.Property(e => e.Slug).HasMaxLength(SlugMaxLength);
            builder.Property(e => e.InseeCode).HasMaxLength(Commune.InseeCodeLength);
            builder.Property(e => e.Province).HasMaxLength(Data.Province.MaxLength);
            builder.Property(e => e.Address).HasMaxLength(AddressMaxLength);
            builder.Property(e => e.Phone).HasMaxLength(PhoneNumber.MaxLength);
            builder.Property(e => e.Email).HasMaxLength(Contact.EmailMaxLength);
            builder.Property(e => e.OpeningHours).HasMaxLength(OpeningHoursMaxLength);
            builder.Property(e => e.Presentation).HasMaxLength(PresentationMaxLength);
            builder.Property(e => e.ClosingReason).HasMaxLength(ClosingReasonMaxLength);
            builder.Property(e => e.LabelNumber).HasMaxLength(20);
            builder.Property(e => e.LabelStatus).HasMaxLength(20);
            builder.Property(e => e.SearchText).HasMaxLength(SearchTextMaxLength);
            builder.Property(e => e.Revision).IsConcurrencyToken();
            builder.HasIndex(e => e.Slug).IsUnique();
            builder.HasIndex(e => new { e.InseeCode, e.FoldedName }).HasFilter("ClosedOn IS NULL").IsUnique();
            builder.HasIndex(e => e.SearchText);
            builder
                .HasOne(e => e.Operator)
                .WithMany()
                .HasForeignKey(e => e.OperatorId)
                .OnDelete(DeleteBehavior.Restrict);
            builder.HasMany(e => e.Contacts).WithOne().HasForeignKey(c => c.EpnId).OnDelete(DeleteBehavior.Cascade);
            builder.HasMany(e => e.Affiliations).WithOne(a => a.Epn).HasForeignKey(a => a.EpnId);
        }
    }
}
