using CaseNumerique.Contracts.Labelling;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Labelling.Data;

/// <summary>The record that a person was, or is to be, reminded of a deadline's milestone: once each. The twin of <see cref="Reminder"/>.</summary>
[AuditedAs("Rappel d’échéance")]
internal sealed class DeadlineReminder
{
    public const int TitleMaxLength = 300;

    public Guid Id { get; private init; }

    [AuditedAs("Type d’échéance")]
    public required DeadlineKind Kind { get; init; }

    /// <summary>As in <see cref="Deadline.SubjectId"/>.</summary>
    [AuditedAs("Objet")]
    public required Guid SubjectId { get; init; }

    [AuditedAs("Intitulé")]
    public required string Title { get; init; }

    /// <summary>Where ÉcoNum looks at it.</summary>
    [AuditedAs("Page")]
    public required string Path { get; init; }

    /// <summary>The last day reminded of: when it moves, a new series begins.</summary>
    [AuditedAs("Dernier jour")]
    public required DateOnly DueOn { get; init; }

    [AuditedAs("Jours avant")]
    public required int DaysBefore { get; init; }

    /// <summary>As in <see cref="Reminder.RecipientKey"/>; empty for a superseded milestone.</summary>
    [AuditedAs("Clé du destinataire")]
    public required string RecipientKey { get; init; }

    [AuditedAs("Rôle du destinataire")]
    public required string RecipientRole { get; init; }

    [AuditedAs("Destinataire")]
    public required string RecipientName { get; init; }

    [AuditedAs("Adresse électronique")]
    public string? Address { get; set; }

    [AuditedAs("Téléphone")]
    public string? Phone { get; init; }

    [AuditedAs("Relevé le")]
    public required DateOnly TakenOn { get; init; }

    [AuditedAs("Version des règles")]
    public required int RulesNumber { get; init; }

    [AuditedAs("État")]
    public ReminderState State { get; set; }

    [AuditedAs("Clé du courriel")]
    public required string MailKey { get; init; }

    [AuditedAs("Courriel")]
    public Guid? MailId { get; set; }

    [AuditedAs("Réglé le")]
    public DateTime? SettledAt { get; set; }

    /// <summary>The server's words, or why it did not leave.</summary>
    [AuditedAs("Mots du serveur")]
    public string? Words { get; set; }

    /// <summary>No longer true before its mail was written.</summary>
    public void Withdraw(string words, DateTime now)
    {
        State = ReminderState.Withdrawn;
        Words = words;
        SettledAt = now;
    }

    public DeadlineReminderDue ToDeadlineDue() => new(SubjectId, Id, DueOn, DaysBefore);

    public static DeadlineReminder For(
        ReminderRules rules,
        Deadline deadline,
        int daysBefore,
        Recipient recipient,
        DateOnly today,
        ReminderState state
    ) =>
        new()
        {
            Kind = deadline.Kind,
            SubjectId = deadline.SubjectId,
            Title = deadline.Title,
            Path = deadline.OfficePath ?? deadline.ActionPath,
            DueOn = deadline.DueOn,
            DaysBefore = daysBefore,
            RecipientKey = recipient.Key,
            RecipientRole = recipient.Role,
            RecipientName = recipient.Name,
            Address = recipient.Address,
            Phone = recipient.Phone,
            TakenOn = today,
            RulesNumber = rules.Number,
            State = state,
            MailKey = KeyOf(deadline, daysBefore, recipient),
        };

    private static string KeyOf(Deadline deadline, int daysBefore, Recipient recipient)
    {
        var milestone = daysBefore < 0 ? $"jplus{-daysBefore}" : $"j{daysBefore}";
        return $"echeance.{(int)deadline.Kind}.{deadline.SubjectId:N}.{deadline.DueOn:yyyy-MM-dd}.{milestone}.{recipient.Key}";
    }

    internal sealed class Configuration : IEntityTypeConfiguration<DeadlineReminder>
    {
        public void Configure(EntityTypeBuilder<DeadlineReminder> builder)
        {
            builder.Property(r => r.RecipientKey).HasMaxLength(Reminder.RecipientKeyMaxLength);
            builder.Property(r => r.RecipientRole).HasMaxLength(20);
            builder.Property(r => r.Address).HasMaxLength(ReminderRules.AddressMaxLength);
            builder.Property(r => r.Words).HasMaxLength(Reminder.WordsMaxLength);
            builder.Property(r => r.MailKey).HasMaxLength(Reminder.MailKeyMaxLength);
            builder.Property(r => r.Title).HasMaxLength(TitleMaxLength);
            builder
                .HasIndex(r => new
                {
                    r.Kind,
                    r.SubjectId,
                    r.DueOn,
                    r.DaysBefore,
                    r.RecipientKey,
                })
                .IsUnique();
            builder.HasIndex(r => r.MailKey).IsUnique();
            builder.HasIndex(r => r.TakenOn);
        }
    }
}
