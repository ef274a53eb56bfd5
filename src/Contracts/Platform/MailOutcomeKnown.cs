using MediatR;

namespace CaseNumerique.Contracts.Platform;

/// <summary>The fate of a mail is known: sent, refused, withdrawn, or not to be known.</summary>
/// <param name="Kind">The kind given when the mail was handed over.</param>
/// <param name="Key">The unique key given when the mail was handed over.</param>
/// <param name="Outcome"><c>envoye</c>, <c>refuse</c>, <c>retire</c> or <c>inconnu</c>.</param>
/// <param name="Words">The server's words, or the reason for not sending.</param>
public sealed record MailOutcomeKnown(Guid MailId, string Kind, string Key, string Outcome, DateTime At, string? Words)
    : INotification;
