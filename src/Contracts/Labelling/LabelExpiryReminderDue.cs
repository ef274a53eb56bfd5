using MediatR;

namespace CaseNumerique.Contracts.Labelling;

/// <summary>A person must be told that a label nears its end.</summary>
/// <param name="DaysBefore">The milestone, in days before the expiry; negative after it.</param>
/// <param name="Attempt">1 for the first mail; grows when the address was corrected after a refusal.</param>
public sealed record LabelExpiryReminderDue(
    Guid LabelId,
    Guid ReminderId,
    DateOnly ExpiresOn,
    int DaysBefore,
    int Attempt
) : INotification;
