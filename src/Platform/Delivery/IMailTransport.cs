using CaseNumerique.Platform.Data;

namespace CaseNumerique.Platform.Delivery;

/// <summary>A way out for mails: a folder or an SMTP server.</summary>
internal interface IMailTransport
{
    /// <summary>Opens a session for one round of mails; nothing is connected before the first.</summary>
    IMailSession OpenSession();
}

internal interface IMailSession : IAsyncDisposable
{
    /// <summary>Sends one mail.</summary>
    /// <param name="begin">
    /// Called as late as possible before the content leaves; it commits that transmission has begun, and throws
    /// <see cref="LeaseLostException"/> when another host has taken the mail over.
    /// </param>
    Task<Transmission> SendAsync(Mail mail, Action begin, CancellationToken cancellationToken);
}

internal enum TransmissionOutcome
{
    Accepted,

    /// <summary>The server said no for good (5xx).</summary>
    Refused,

    /// <summary>The server said not now (4xx).</summary>
    Postponed,

    /// <summary>Nothing left: no connection, no greeting, no sign-in, or the line broke before the content.</summary>
    Unreached,

    /// <summary>The content may have left, and no answer came.</summary>
    Unknown,
}

/// <summary>What came of sending one mail.</summary>
/// <param name="Words">The server's words where it said any.</param>
internal sealed record Transmission(TransmissionOutcome Outcome, string Words);

/// <summary>The mail now belongs to another host: this one must not send it.</summary>
internal sealed class LeaseLostException() : Exception("Another host has taken this mail over.");
