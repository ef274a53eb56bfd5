using CaseNumerique.Contracts.Platform;
using CaseNumerique.Platform.Data;

namespace CaseNumerique.Platform.Delivery;

/// <summary>Writes what becomes of a mail into its history, and announces it when it is final.</summary>
internal static class MailJournal
{
    public const string System = "Système";

    /// <summary>Brings a mail to a state where nothing more happens by itself.</summary>
    public static void Settle(PlatformDbContext db, Mail mail, MailState state, string? words, DateTime now)
    {
        mail.State = state;
        mail.SettledAt = now;
        mail.Words = Shorten(words);
        Record(db, mail.Id, MailWords.Of(state), words, now);
        Announce(db, mail, state, words, now);
    }

    public static void Announce(PlatformDbContext db, Mail mail, MailState state, string? words, DateTime now)
    {
        var outcome = MailWords.OutcomeOf(state);
        if (outcome is not null)
        {
            db.Announce(new MailOutcomeKnown(mail.Id, mail.Kind, mail.Key, outcome, now, Shorten(words)), mail.AboutId);
        }
    }

    public static void Record(
        PlatformDbContext db,
        Guid mailId,
        string what,
        string? words,
        DateTime now,
        string by = System
    ) =>
        db.MailEvents.Add(
            new MailEvent
            {
                MailId = mailId,
                At = now,
                What = what,
                Words = Shorten(words),
                By = by,
            }
        );

    public static string? Shorten(string? words) =>
        words?.Length > Mail.WordsMaxLength ? words[..Mail.WordsMaxLength] : words;
}
