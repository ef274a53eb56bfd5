using MediatR;

namespace CaseNumerique.Contracts.Labelling;

/// <summary>A person must be told that a deadline of a file or of a label comes near, or has passed.</summary>
/// <param name="SubjectId">What it is about: the file, the condition, the notice, the visit, the session, the question.</param>
/// <param name="DueOn">Last day, inclusive, in Nouméa.</param>
/// <param name="DaysBefore">The milestone, in days before that day; negative after it.</param>
public sealed record DeadlineReminderDue(Guid SubjectId, Guid ReminderId, DateOnly DueOn, int DaysBefore)
    : INotification;
