using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Assessments;
using CaseNumerique.SharedKernel;

namespace CaseNumerique.Labelling.Features.Steering;

/// <summary>A file that has not reached its end, and how long it has stood where it stands.</summary>
/// <param name="MovedAt">Its last move; null where its history does not tell.</param>
internal sealed record OpenFile(
    Guid Id,
    string Number,
    string EpnName,
    ApplicationStatus Status,
    string? AssessorName,
    DateTime SubmittedAt,
    DateTime? MovedAt,
    DateOnly? CompletionDueOn,
    DateOnly? OpinionDueOn
)
{
    /// <summary>The day by which it should have moved on; null where no rule gives one.</summary>
    public DateOnly? DueOn =>
        Status switch
        {
            ApplicationStatus.Submitted => NoumeaTime.DayOf(SubmittedAt).AddDays(AssessmentTodo.WaitDays),
            ApplicationStatus.ToComplete => CompletionDueOn,
            ApplicationStatus.UnderAssessment => OpinionDueOn,
            _ => null,
        };

    public int DaysInStage(DateOnly today) => today.DayNumber - NoumeaTime.DayOf(MovedAt ?? SubmittedAt).DayNumber;

    public int DaysLate(DateOnly today) => DueOn is { } due ? Math.Max(0, today.DayNumber - due.DayNumber) : 0;
}
