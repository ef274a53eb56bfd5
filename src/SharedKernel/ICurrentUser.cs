namespace CaseNumerique.SharedKernel;

/// <summary>Who acts; the system itself, outside a request.</summary>
public interface ICurrentUser
{
    /// <summary>Null when the system itself acts, or a visitor without an account.</summary>
    Guid? Id { get; }

    string Name { get; }

    /// <summary>Null when the system itself acts.</summary>
    string? Email { get; }

    /// <summary>Whoever answers for the act: the person, and those in whose place the person stands today. For rules that want two people.</summary>
    IReadOnlyCollection<Guid> AnswerableIds { get; }

    /// <summary>The EPNs that the person, or those in whose place the person stands, act for today.</summary>
    IReadOnlyCollection<Guid> EpnIds { get; }
}
