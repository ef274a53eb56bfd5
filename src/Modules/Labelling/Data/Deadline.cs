namespace CaseNumerique.Labelling.Data;

internal enum DeadlineKind
{
    /// <summary>The EPN sends what is missing in its file.</summary>
    Completion,

    /// <summary>The assessor gives the opinion.</summary>
    Opinion,

    /// <summary>The EPN answers a condition of its label.</summary>
    Condition,

    /// <summary>The EPN answers a formal notice.</summary>
    Notice,

    /// <summary>The visit takes place.</summary>
    Visit,

    /// <summary>The committee meets.</summary>
    Committee,

    /// <summary>Somebody outside gives the opinion that they were asked for.</summary>
    ExternalOpinion,
}

/// <summary>
/// A day by which somebody does something about a file or a label, other than the label's own end. It is read from the rows of
/// what it is about each time it is asked for, so that it is gone the moment the thing is done.
/// </summary>
/// <param name="SubjectId">What it is about: the file, the condition, the notice, the visit, the session, the question.</param>
/// <param name="Title">How its subject is called: « Dossier CN-2026-0031 ».</param>
/// <param name="Task">What is to be done, in the infinitive; of a meeting, its hour and place.</param>
/// <param name="ActionPath">Where it is done, from the root of the site.</param>
/// <param name="DueOn">Last day, inclusive; when it moves, a new series of reminders begins.</param>
/// <param name="RemindersFrom">The day it was set: only milestones after it are reminded of.</param>
internal sealed record Deadline(
    DeadlineKind Kind,
    Guid SubjectId,
    string Title,
    string Task,
    string ActionPath,
    DateOnly DueOn,
    DateOnly RemindersFrom
)
{
    /// <summary>Whose contacts are reminded; null for what concerns no EPN in particular.</summary>
    public Guid? EpnId { get; init; }

    /// <summary>Whoever follows it at ÉcoNum, or the one person it is for.</summary>
    public (string? Name, string? Address) Person { get; init; }

    /// <summary>Those who sit, for a committee.</summary>
    public IReadOnlyList<Recipient> Members { get; init; } = [];

    /// <summary>What else its mail says, a paragraph each.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];

    /// <summary>Where ÉcoNum looks at it, when <see cref="ActionPath"/> is for its one reader only.</summary>
    public string? OfficePath { get; init; }

    /// <summary>It happens on its day, rather than being due until then.</summary>
    public bool IsMeeting => Kind is DeadlineKind.Visit or DeadlineKind.Committee;
}
