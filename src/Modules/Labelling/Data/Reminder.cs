using CaseNumerique.Contracts.Labelling;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Labelling.Data;

internal enum ReminderState
{
    /// <summary>Decided; its mail is being written or is on its way.</summary>
    Planned,
    Sent,
    Refused,

    /// <summary>The mail may or may not have arrived.</summary>
    Unknown,

    /// <summary>No address: somebody must call.</summary>
    Unreachable,

    /// <summary>Missed, and a newer milestone was due when it was noticed: never sent.</summary>
    Superseded,

    /// <summary>No longer true when it was about to leave: never sent.</summary>
    Withdrawn,
}

/// <summary>The record that a person was, or is to be, reminded of a milestone: once each.</summary>
[AuditedAs("Rappel")]
internal sealed class Reminder
{
    public const int RecipientKeyMaxLength = 40;
    public const int WordsMaxLength = 1000;
    public const int MailKeyMaxLength = 160;

    public Guid Id { get; private init; }

    [AuditedAs("Label")]
    public required Guid LabelId { get; init; }

    /// <summary>The end reminded of: when it moves, a new series begins.</summary>
    [AuditedAs("Échéance")]
    public required DateOnly ExpiresOn { get; init; }

    [AuditedAs("Jours avant l’échéance")]
    public required int DaysBefore { get; init; }

    /// <summary>The contact's id, <c>instructeur</c> or <c>administration</c>; empty for a superseded milestone.</summary>
    [AuditedAs("Clé du destinataire")]
    public required string RecipientKey { get; init; }

    /// <summary>In French, as it is shown: gestionnaire, animateur, instructeur, administration.</summary>
    [AuditedAs("Rôle du destinataire")]
    public required string RecipientRole { get; init; }

    [AuditedAs("Destinataire")]
    public required string RecipientName { get; init; }

    [AuditedAs("Adresse électronique")]
    public string? Address { get; set; }

    [AuditedAs("Téléphone")]
    public string? Phone { get; init; }

    /// <summary>The day it fell due.</summary>
    [AuditedAs("Dû le")]
    public required DateOnly DueOn { get; init; }

    /// <summary>The day the scan took it up; later than <see cref="DueOn"/> after an absence.</summary>
    [AuditedAs("Relevé le")]
    public required DateOnly TakenOn { get; init; }

    [AuditedAs("Version des règles")]
    public required int RulesNumber { get; init; }

    [AuditedAs("État")]
    public ReminderState State { get; set; }

    /// <summary>1, and one more each time the address was corrected.</summary>
    [AuditedAs("Essai")]
    public int Attempt { get; set; } = 1;

    /// <summary>The key of its mail: the same reminder has the same key, whenever and wherever it is written.</summary>
    [AuditedAs("Clé du courriel")]
    public required string MailKey { get; set; }

    [AuditedAs("Courriel")]
    public Guid? MailId { get; set; }

    [AuditedAs("Réglé le")]
    public DateTime? SettledAt { get; set; }

    /// <summary>The server's words, or why it did not leave.</summary>
    [AuditedAs("Mots du serveur")]
    public string? Words { get; set; }

    public LabelExpiryReminderDue ToDue() => new(LabelId, Id, ExpiresOn, DaysBefore, Attempt);

    /// <summary>Starts over with another address.</summary>
    public void Retry(string address)
    {
        if (Address is not null)
        {
            // The mail to the former address keeps its key: the new one needs another.
            Attempt++;
            MailKey = $"{MailKey[..MailKey.LastIndexOf('.')]}.{Attempt}";
        }

        Address = address;
        State = ReminderState.Planned;
        SettledAt = null;
        Words = null;
    }

    public static Reminder For(
        ReminderRules rules,
        Label label,
        int daysBefore,
        Recipient recipient,
        DateOnly today,
        ReminderState state
    ) =>
        new()
        {
            LabelId = label.Id,
            ExpiresOn = label.ExpiresOn,
            DaysBefore = daysBefore,
            RecipientKey = recipient.Key,
            RecipientRole = recipient.Role,
            RecipientName = recipient.Name,
            Address = recipient.Address,
            Phone = recipient.Phone,
            DueOn = label.ExpiresOn.AddDays(-daysBefore),
            TakenOn = today,
            RulesNumber = rules.Number,
            State = state,
            MailKey = KeyOf(label, daysBefore, recipient),
        };

    private static string KeyOf(Label label, int daysBefore, Recipient recipient)
    {
        var milestone = daysBefore < 0 ? $"jplus{-daysBefore}" : $"j{daysBefore}";
        var number = FrenchText.Slug(label.Number);
        return $"rappel.{number}.{label.ExpiresOn:yyyy-MM-dd}.{milestone}.{recipient.Key}.1";
    }

    internal sealed class Configuration : IEntityTypeConfiguration<Reminder>
    {
        public void Configure(EntityTypeBuilder<Reminder> builder)
        {
            builder.Property(r => r.RecipientKey).HasMaxLength(RecipientKeyMaxLength);
            builder.Property(r => r.RecipientRole).HasMaxLength(20);
            builder.Property(r => r.Address).HasMaxLength(ReminderRules.AddressMaxLength);
            builder.Property(r => r.Words).HasMaxLength(WordsMaxLength);
            builder.Property(r => r.MailKey).HasMaxLength(MailKeyMaxLength);
            builder.HasOne<Label>().WithMany().HasForeignKey(r => r.LabelId);
            builder
                .HasIndex(r => new
                {
                    r.LabelId,
                    r.ExpiresOn,
                    r.DaysBefore,
                    r.RecipientKey,
                })
                .IsUnique();
            builder.HasIndex(r => r.MailKey);
            builder.HasIndex(r => r.TakenOn);
            builder.HasIndex(r => r.State);
        }
    }
}
