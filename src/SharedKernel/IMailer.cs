namespace CaseNumerique.SharedKernel;

/// <summary>Takes mails over for delivery. Handing over the same key twice queues one mail.</summary>
public interface IMailer
{
    Task QueueAsync(OutgoingMail mail, CancellationToken cancellationToken);
}

/// <summary>A mail to one person.</summary>
/// <param name="Key">Says what the mail is; also the local part of its Message-ID, so letters, digits, <c>.</c> and <c>-</c> only.</param>
/// <param name="Kind">Which <see cref="IMailCheck"/> is asked before it leaves.</param>
/// <param name="About">The aggregate that it speaks of.</param>
/// <param name="Text">The plain twin of <paramref name="Html"/>, in lines of at most 72 characters.</param>
public sealed record OutgoingMail(
    string Key,
    string Kind,
    Guid About,
    string ToName,
    string ToAddress,
    string Subject,
    string Text,
    string Html
)
{
    /// <summary>It carries a link that opens an account: nobody but its reader may see it, and its bytes go once it has left.</summary>
    public bool IsSecret { get; init; }
}

/// <summary>Asked just before a mail of its kind leaves: what was true when it was written may no longer be.</summary>
public interface IMailCheck
{
    string Kind { get; }

    /// <returns>Why the mail must not leave any more, in French; null when it may.</returns>
    Task<string?> ReasonNotToSendAsync(string key, CancellationToken cancellationToken);
}
