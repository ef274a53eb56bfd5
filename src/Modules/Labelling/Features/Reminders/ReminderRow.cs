using CaseNumerique.Labelling.Data;

namespace CaseNumerique.Labelling.Features.Reminders;

/// <summary>A reminder as the agents read it: one that was recorded, or one that is to come.</summary>
internal sealed record ReminderRow(
    Guid? ReminderId,
    string LabelNumber,
    string EpnName,
    string EpnSlug,
    string Commune,
    DateOnly ExpiresOn,
    int DaysBefore,
    string Role,
    string Name,
    string? Address,
    string? Phone,
    ReminderState State,
    DateTime? SettledAt,
    string? Words,
    Guid? MailId
)
{
    public static ReminderRow Of(Reminder reminder, Label label, Epn epn) =>
        new(
            reminder.Id,
            label.Number,
            epn.Name,
            epn.Slug,
            epn.Commune,
            reminder.ExpiresOn,
            reminder.DaysBefore,
            reminder.RecipientRole,
            reminder.RecipientName,
            reminder.Address,
            reminder.Phone,
            reminder.State,
            reminder.SettledAt,
            reminder.Words,
            reminder.MailId
        );

    public static ReminderRow Of(PreviewReminders.Row row) =>
        new(
            null,
            row.LabelNumber,
            row.EpnName,
            row.EpnSlug,
            row.Commune,
            row.ExpiresOn,
            row.DaysBefore,
            row.Role,
            row.Name,
            row.Address,
            row.Phone,
            row.Address is null ? ReminderState.Unreachable : ReminderState.Planned,
            null,
            null,
            null
        );
}
