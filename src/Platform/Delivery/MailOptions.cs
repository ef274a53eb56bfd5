using System.Net;
using MailKit.Security;

namespace CaseNumerique.Platform.Delivery;

internal enum MailMode
{
    Pickup,
    Smtp,
}

/// <summary>What to do with a mail that may or may not have been accepted, when no probe can tell.</summary>
internal enum UnknownPolicy
{
    /// <summary>Send the same bytes again under the same Message-ID: a lost notice costs a label, a second copy costs a click.</summary>
    ResendSameId,

    /// <summary>Leave it for a person to decide.</summary>
    HoldForOperator,
}

/// <summary>The section <c>Mail</c>.</summary>
internal sealed class MailOptions
{
    public const string Section = "Mail";

    public MailMode? Mode { get; set; }
    public string PickupFolder { get; set; } = "App_Data/mail";

    /// <summary>The sender, as « Nom &lt;adresse&gt; ».</summary>
    public string From { get; set; } = "";

    public UnknownPolicy UnknownPolicy { get; set; } = UnknownPolicy.ResendSameId;

    /// <summary>Log of a local Postfix, read to learn whether it accepted a message.</summary>
    public string? PostfixLog { get; set; }

    /// <summary>How long a host may hold a mail before DATA.</summary>
    public int ClaimSeconds { get; set; } = 120;

    /// <summary>How long a transmission may last; more than <see cref="SmtpOptions.DataTimeoutSeconds"/>.</summary>
    public int TransmitSeconds { get; set; } = 900;

    /// <summary>How long to leave the server to finish, before asking a probe or sending again.</summary>
    public int UnknownGraceSeconds { get; set; } = 60;

    public SmtpOptions Smtp { get; set; } = new();
}

/// <summary>The section <c>Mail:Smtp</c>.</summary>
internal sealed class SmtpOptions
{
    public string Host { get; set; } = "";
    public int Port { get; set; } = 25;
    public string? User { get; set; }
    public string? Password { get; set; }
    public SmtpSecurity Security { get; set; } = SmtpSecurity.StartTls;

    /// <summary>Whether mails may cross a network in the open: only where something else keeps that network closed.</summary>
    public bool AllowUnencrypted { get; set; }

    /// <summary>
    /// Patience for each answer before the content leaves. There are four or more of them, and all must come within
    /// <see cref="MailOptions.ClaimSeconds"/>, or the mail is never sent.
    /// </summary>
    public int ReplyTimeoutSeconds { get; set; } = 25;

    /// <summary>Patience for the answer to the content: RFC 5321 §4.5.3.2.6 asks for ten minutes.</summary>
    public int DataTimeoutSeconds { get; set; } = 600;

    public bool IsOnThisMachine =>
        string.Equals(Host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(Host, out var address) && IPAddress.IsLoopback(address));

    public SecureSocketOptions Sockets =>
        Security switch
        {
            SmtpSecurity.None => SecureSocketOptions.None,
            SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
            _ => SecureSocketOptions.StartTls,
        };
}

internal enum SmtpSecurity
{
    None,
    StartTls,
    Tls,
}
