namespace CaseNumerique.SharedKernel;

/// <summary>Writes down what happened that no saved change tells: sign-ins, refusals, exports. Changes of tables are noted by themselves.</summary>
/// <remarks>In a transaction of its own: call it once yours has ended, since SQLite lets one writer in at a time.</remarks>
public interface IAuditJournal
{
    Task RecordAsync(AuditFact fact, CancellationToken cancellationToken);
}

/// <summary>Something that happened.</summary>
/// <param name="Action">Stable name, like <c>account.signed-in</c> or <c>access.refused</c>.</param>
/// <param name="Title">The same in French, as the journal shows it.</param>
/// <param name="Subject">What it was about: a number, a path, an id; never a name or an address.</param>
/// <param name="Outcome">Whether it was done or refused.</param>
/// <param name="Details">Label and value; may be personal, and is then what an erasure takes away.</param>
/// <param name="ActorId">Who did it, when it is not the current user.</param>
public sealed record AuditFact(
    string Action,
    string Title,
    string Subject,
    AuditOutcome Outcome = AuditOutcome.Done,
    IReadOnlyDictionary<string, string?>? Details = null,
    Guid? ActorId = null
);

public enum AuditOutcome
{
    Done,
    Refused,
}

/// <summary>How the journal names, in French, what a slice does (« Label octroyé »), an entity (« Label »), a property (« Fin »).</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property)]
public sealed class AuditedAsAttribute(string title) : Attribute
{
    public string Title => title;
}

/// <summary>
/// Left out of the journal: technical rows, and history that tells by itself. On a property: its value is a secret. On a slice:
/// whoever does it is promised to stay unknown.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property)]
public sealed class NotAuditedAttribute : Attribute;

/// <summary>An entity that people know by more than its id: a number, a path; never a person's name.</summary>
public interface IKnownBy
{
    string KnownBy { get; }
}
