namespace CaseNumerique.Delivery.Tests.Smtp;

internal enum SmtpStage
{
    Banner,
    Ehlo,
    Mail,
    Rcpt,
    Data,
    Dot,
}

internal enum SmtpEnd
{
    GoOn,
    Close,

    /// <summary>The line breaks: a reset instead of a goodbye.</summary>
    Reset,

    /// <summary>Never another word, on an open line.</summary>
    Silence,
}

/// <summary>What the server does at a stage, instead of what it should.</summary>
/// <param name="Says">The bytes of its answer; null for none.</param>
/// <param name="Keeps">Whether it stores the content, whatever it says; null for « when it says 250 ».</param>
internal sealed record SmtpAct(string? Says, SmtpEnd Then = SmtpEnd.GoOn, bool? Keeps = null, TimeSpan Delay = default)
{
    public static readonly SmtpAct Close = new(null, SmtpEnd.Close);
    public static readonly SmtpAct Reset = new(null, SmtpEnd.Reset);
    public static readonly SmtpAct Silence = new(null, SmtpEnd.Silence);

    public static SmtpAct Say(string lines) => new(lines + "\r\n");

    /// <summary>A server that says 421 hangs up.</summary>
    public static SmtpAct HangUp(string line) => new(line + "\r\n", SmtpEnd.Close);

    public static SmtpAct Half(string text) => new(text, SmtpEnd.Close);
}
