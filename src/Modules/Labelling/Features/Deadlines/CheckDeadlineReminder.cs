using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Deadlines;

/// <summary>Looks at the deadline once more, just before a reminder leaves.</summary>
internal sealed class CheckDeadlineReminder(
    LabellingDbContext db,
    IEnumerable<IDeadlineSource> sources,
    TimeProvider clock
) : IMailCheck
{
    public string Kind => DeadlineMail.Kind;

    public async Task<string?> ReasonNotToSendAsync(string key, CancellationToken cancellationToken)
    {
        var reminder = await db.DeadlineReminders.AsNoTracking().SingleAsync(r => r.MailKey == key, cancellationToken);
        var source = sources.Single(s => s.Kind == reminder.Kind);
        var deadline = (await source.OpenAsync(reminder.SubjectId, cancellationToken)).SingleOrDefault();
        return deadline switch
        {
            null => source.Settled,
            _ when deadline.DueOn != reminder.DueOn =>
                $"L’échéance est maintenant le {FrenchText.Date(deadline.DueOn)}.",
            _ when reminder.DaysBefore >= 0 && clock.Today > deadline.DueOn =>
                "L’échéance est passée avant l’envoi de ce rappel.",
            _ => null,
        };
    }
}
