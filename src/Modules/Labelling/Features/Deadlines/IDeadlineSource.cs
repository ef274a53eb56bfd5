using CaseNumerique.Labelling.Data;

namespace CaseNumerique.Labelling.Features.Deadlines;

/// <summary>The open deadlines of one kind, read from the rows of what they are about.</summary>
internal interface IDeadlineSource
{
    DeadlineKind Kind { get; }

    /// <summary>Why nobody is reminded any more, once a deadline is no longer among the open ones; in French.</summary>
    string Settled { get; }

    /// <param name="subjectId">Only this one; null for all.</param>
    Task<IReadOnlyList<Deadline>> OpenAsync(Guid? subjectId, CancellationToken cancellationToken);
}
