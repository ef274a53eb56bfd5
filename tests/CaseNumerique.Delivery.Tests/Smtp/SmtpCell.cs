using CaseNumerique.Platform.Data;

namespace CaseNumerique.Delivery.Tests.Smtp;

/// <summary>What the server does to a mail at one stage, and what must come of that mail.</summary>
/// <param name="Times">How often it does so, in all; every time for this mail where null.</param>
/// <param name="Words">What the mail must say of it.</param>
internal sealed record SmtpCell(
    SmtpStage Stage,
    string Name,
    SmtpAct Act,
    MailState State,
    int Attempts,
    string Words,
    int? Times = null
)
{
    private const string NotYetGone = "Rien n’est parti";
    private const string PerhapsGone = "sans réponse";

    public static IEnumerable<SmtpCell> All =>
        [
            .. BeforeTheMail(SmtpStage.Banner, SmtpAct.Half("22")),
            Unreached(SmtpStage.Banner, "says 554", SmtpAct.HangUp("554 5.3.2 No service"), "554 5.3.2 No service"),
            Unreached(SmtpStage.Banner, "says 421", SmtpAct.HangUp("421 4.3.2 Too busy"), "421 4.3.2 Too busy"),
            .. BeforeTheMail(SmtpStage.Ehlo, SmtpAct.Half("250-si")),
            Unreached(
                SmtpStage.Ehlo,
                "says 550 to EHLO and HELO",
                SmtpAct.Say("550 5.7.1 Go away"),
                "550 5.7.1 Go away",
                2
            ),
            Unreached(SmtpStage.Ehlo, "says 421", SmtpAct.HangUp("421 4.3.2 Closing"), "4.3.2 Closing"),
            .. BeforeTheMail(SmtpStage.Mail, SmtpAct.Half("25")),
            Refused(SmtpStage.Mail, "550 5.7.1 Sender unknown", 1),
            Refused(SmtpStage.Mail, "552 5.3.4 Too big", 1),
            Postponed(SmtpStage.Mail, "451 4.3.0 Try later", 1),
            Postponed(SmtpStage.Mail, "421 4.4.5 Too many", 1),
            .. BeforeTheMail(SmtpStage.Rcpt, SmtpAct.Half("55")),
            Refused(SmtpStage.Rcpt, "550 5.1.1 No such user"),
            Refused(SmtpStage.Rcpt, "553 5.1.3 Bad mailbox"),
            Refused(SmtpStage.Rcpt, "550-5.7.1 First line\r\n550 5.7.1 Second line"),
            Postponed(SmtpStage.Rcpt, "450 4.2.0 Greylisted"),
            Postponed(SmtpStage.Rcpt, "452 4.2.2 Mailbox full"),
            Postponed(SmtpStage.Rcpt, "421 4.3.2 Closing"),
            Refused(SmtpStage.Data, "554 5.5.1 No valid recipients"),
            Postponed(SmtpStage.Data, "451 4.3.0 Try later"),
            Postponed(SmtpStage.Data, "421 4.3.2 Closing"),
            .. AfterTheMail(SmtpStage.Data, SmtpAct.Half("35")),
            Refused(SmtpStage.Dot, "550 5.7.1 Spam"),
            Refused(SmtpStage.Dot, "552 5.3.4 Too big"),
            Refused(SmtpStage.Dot, "554-5.6.0 First line\r\n554 5.6.0 Second line"),
            Postponed(SmtpStage.Dot, "451 4.3.0 Try later"),
            Postponed(SmtpStage.Dot, "452 4.3.1 Disk full"),
            Postponed(SmtpStage.Dot, "421 4.3.2 Closing"),
            .. AfterTheMail(SmtpStage.Dot, SmtpAct.Half("25")),
            new(
                SmtpStage.Dot,
                "keeps it, then half an answer",
                SmtpAct.Half("25") with
                {
                    Keeps = true,
                },
                MailState.Unknown,
                0,
                PerhapsGone
            ),
            new(
                SmtpStage.Dot,
                "keeps it in silence",
                SmtpAct.Silence with
                {
                    Keeps = true,
                },
                MailState.Unknown,
                0,
                PerhapsGone
            ),
            new(SmtpStage.Dot, "says 354 once more", SmtpAct.Say("354 Go on"), MailState.Unknown, 0, "354 Go on"),
            Sent("250 in two lines", SmtpAct.Say("250-2.0.0 Ok\r\n250 2.0.0 Queued")),
            Sent("251 instead of 250", SmtpAct.Say("251 2.1.5 Will forward") with { Keeps = true }),
            Sent("250 after a while", SmtpAct.Say("250 2.0.0 At last") with { Delay = TimeSpan.FromSeconds(1) }),
        ];

    public override string ToString() => $"{Stage} {Name}";

    /// <summary>Whatever breaks before the content leaves: no attempt is counted, since nothing was asked of the server.</summary>
    private static IEnumerable<SmtpCell> BeforeTheMail(SmtpStage stage, SmtpAct half) =>
        Troubles(half).Select(t => Unreached(stage, t.Name, t.Act, NotYetGone));

    /// <summary>Whatever breaks once the content may have left.</summary>
    private static IEnumerable<SmtpCell> AfterTheMail(SmtpStage stage, SmtpAct half) =>
        Troubles(half).Select(t => new SmtpCell(stage, t.Name, t.Act, MailState.Unknown, 0, PerhapsGone));

    private static IEnumerable<(string Name, SmtpAct Act)> Troubles(SmtpAct half) =>
        [
            ("hangs up", SmtpAct.Close),
            ("breaks the line", SmtpAct.Reset),
            ("says nothing", SmtpAct.Silence),
            ("says half a line", half),
            ("says something else", SmtpAct.Say("HTTP/1.1 400 Bad Request")),
        ];

    private static SmtpCell Unreached(SmtpStage stage, string name, SmtpAct act, string words, int times = 1) =>
        new(stage, name, act, MailState.Planned, 0, words, times);

    private static SmtpCell Refused(SmtpStage stage, string says, int? times = null) =>
        new(stage, $"says {says}", SmtpAct.Say(says), MailState.Refused, 1, LastLine(says), times);

    private static SmtpCell Postponed(SmtpStage stage, string says, int? times = null)
    {
        var act = says.StartsWith("421", StringComparison.Ordinal) ? SmtpAct.HangUp(says) : SmtpAct.Say(says);
        return new(stage, $"says {says}", act, MailState.Planned, 1, says, times);
    }

    private static SmtpCell Sent(string name, SmtpAct act) =>
        new(SmtpStage.Dot, name, act, MailState.Sent, 1, LastLine(act.Says!.Trim())[4..]);

    private static string LastLine(string says) => says.Split("\r\n")[^1][(says.Contains('\n') ? 4 : 0)..].Trim();
}
