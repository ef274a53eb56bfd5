using CaseNumerique.Contracts.Labelling;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Labelling.Data;

internal enum LabelStatus
{
    Active,

    /// <summary>A complete renewal was filed before the end: the label holds until the decision.</summary>
    UnderRenewal,
    Suspended,
    Withdrawn,
    Expired,

    /// <summary>Given up by its EPN.</summary>
    Renounced,
}

/// <summary>The label « Case numérique » of one EPN.</summary>
[AuditedAs("Label")]
internal sealed class Label : IKnownBy
{
    public const int NumberMaxLength = 20;

    /// <summary>The states in which an EPN holds its label, or may hold it again.</summary>
    public static readonly LabelStatus[] HeldStates =
    [
        LabelStatus.Active,
        LabelStatus.UnderRenewal,
        LabelStatus.Suspended,
    ];

    public Guid Id { get; private init; }

    /// <summary>The figure in <see cref="Number"/>.</summary>
    [AuditedAs("Rang")]
    public required int Sequence { get; init; }

    [AuditedAs("Espace")]
    public required Guid EpnId { get; init; }

    /// <summary>The day the decision was entered here.</summary>
    [AuditedAs("Octroyé le")]
    public required DateOnly GrantedOn { get; init; }

    [AuditedAs("Premier jour")]
    public required DateOnly StartsOn { get; init; }

    /// <summary>Last day of validity, inclusive.</summary>
    [AuditedAs("Dernier jour")]
    public required DateOnly ExpiresOn { get; set; }

    [AuditedAs("État")]
    public LabelStatus Status { get; set; }

    /// <summary>Only milestones after this day are reminded of: the day of the grant, or of a postponement.</summary>
    [AuditedAs("Relances à partir du")]
    public required DateOnly RemindersFrom { get; set; }

    [AuditedAs("Numéro")]
    public string Number { get; private init; } = "";

    [AuditedAs("Instructeur")]
    public string? AssessorName { get; init; }

    [AuditedAs("Adresse de l’instructeur")]
    public string? AssessorEmail { get; init; }
    public int Version { get; private set; }

    public static string NumberOf(int sequence) => $"CASE-{sequence:000}";

    /// <summary>A label granted on a day, valid for so many months from its first day.</summary>
    public static Label Grant(
        int sequence,
        Guid epnId,
        DateOnly grantedOn,
        DateOnly startsOn,
        int validityMonths,
        string? assessorName,
        string? assessorEmail
    ) =>
        new()
        {
            Sequence = sequence,
            Number = NumberOf(sequence),
            EpnId = epnId,
            GrantedOn = grantedOn,
            StartsOn = startsOn,
            // The eve of the anniversary is the last day.
            ExpiresOn = startsOn.AddMonths(validityMonths).AddDays(-1),
            RemindersFrom = grantedOn,
            AssessorName = assessorName,
            AssessorEmail = assessorEmail,
        };

    /// <summary>Why reminders of the end no longer go out, in French; null while they do.</summary>
    public string? ReasonForSilence(Epn epn) =>
        (Status, epn.ClosedOn) switch
        {
            (_, not null) => "L’espace a fermé.",
            (LabelStatus.UnderRenewal, _) => "Le renouvellement est déposé.",
            (LabelStatus.Suspended, _) => "Le label est suspendu.",
            (LabelStatus.Withdrawn, _) => "Le label est retiré.",
            (LabelStatus.Renounced, _) => "L’espace a renoncé au label.",
            _ => null,
        };

    public void MoveTo(LabelStatus status)
    {
        Status = status;
        Version++;
    }

    /// <summary>Moves the end; a new series of reminders starts, of the milestones still ahead.</summary>
    public void Postpone(DateOnly expiresOn, DateOnly today)
    {
        ExpiresOn = expiresOn;
        RemindersFrom = today;
        Status = Status is LabelStatus.Expired && expiresOn >= today ? LabelStatus.Active : Status;
        Version++;
    }

    /// <summary>The last day on which it holds, inclusive: its own, or later while its renewal is assessed.</summary>
    public DateOnly HoldsUntil(int continuityMonths) =>
        Status is LabelStatus.UnderRenewal ? ExpiresOn.AddMonths(continuityMonths) : ExpiresOn;

    /// <summary>Whether its time is over, though its status does not say so yet. A suspension stops no clock, but people end it.</summary>
    public bool HasRunOut(int continuityMonths, DateOnly today) =>
        Status is LabelStatus.Active or LabelStatus.UnderRenewal && HoldsUntil(continuityMonths) < today;

    /// <summary>Why a renewal of it that is filed on a day leads nowhere, in French; null where it may go on.</summary>
    /// <remarks>One that was filed in time goes on even if the label has expired before the decision.</remarks>
    public string? ReasonAgainstRenewal(DateOnly filedOn, int continuityMonths) =>
        Status is LabelStatus.Withdrawn or LabelStatus.Renounced
            ? $"Le label {Number} est {Words(Status)}\u00A0: il ne se renouvelle plus."
        : HoldsUntil(continuityMonths) < filedOn
            ? $"Le label {Number} a expiré le {FrenchText.Date(ExpiresOn)}, sans renouvellement déposé à temps\u00A0: il ne se renouvelle plus."
        : null;

    /// <summary>Granted again: a new period follows under the same number, so that plaque, badge and QR code stay true.</summary>
    public void Renew(DateOnly startsOn, int validityMonths, DateOnly today)
    {
        ExpiresOn = startsOn.AddMonths(validityMonths).AddDays(-1);
        RemindersFrom = today;
        MoveTo(LabelStatus.Active);
    }

    public LabelStatusChanged ToStatusChanged() => new(Id, EpnId, Number, StatusWord(Status), ExpiresOn);

    /// <summary>The status as other modules and systems read it.</summary>
    public static string StatusWord(LabelStatus status) =>
        status switch
        {
            LabelStatus.Active => "actif",
            LabelStatus.UnderRenewal => "en_renouvellement",
            LabelStatus.Suspended => "suspendu",
            LabelStatus.Withdrawn => "retire",
            LabelStatus.Expired => "expire",
            LabelStatus.Renounced => "renonce",
            _ => throw new ArgumentOutOfRangeException(nameof(status)),
        };

    /// <summary>« Impossible de suspendre le label : il est retiré. Il faut qu’il soit en cours. »</summary>
    /// <param name="verb">What one does, in the infinitive.</param>
    /// <param name="from">The states in which it can be done.</param>
    public static string Impossible(string verb, LabelStatus status, IEnumerable<LabelStatus> from) =>
        $"Impossible {FrenchText.De(verb)}\u00A0: le label est {Words(status)}. Il faut qu’il soit {FrenchText.Either(from.Select(Words))}.";

    /// <summary>A state in the middle of a sentence: « le label est … ».</summary>
    public static string Words(LabelStatus status) =>
        status switch
        {
            LabelStatus.Active => "en cours",
            LabelStatus.UnderRenewal => "en renouvellement",
            LabelStatus.Suspended => "suspendu",
            LabelStatus.Withdrawn => "retiré",
            LabelStatus.Expired => "expiré",
            LabelStatus.Renounced => "rendu par l’espace",
            _ => throw new ArgumentOutOfRangeException(nameof(status)),
        };

    string IKnownBy.KnownBy => Number;

    internal sealed class Configuration : IEntityTypeConfiguration<Label>
    {
        public void Configure(EntityTypeBuilder<Label> builder)
        {
            builder.Property(l => l.Number).HasMaxLength(NumberMaxLength);
            builder.Property(l => l.Version).IsConcurrencyToken();
            builder.HasIndex(l => l.Number).IsUnique();
            builder.HasIndex(l => l.Sequence).IsUnique();
            builder.HasIndex(l => new { l.ExpiresOn, l.Status });
            builder.HasOne<Epn>().WithMany().HasForeignKey(l => l.EpnId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
