using CaseNumerique.SharedKernel;

namespace CaseNumerique.Labelling.Tests;

/// <summary>Who acts where it does not matter who does.</summary>
internal sealed record Nobody : ICurrentUser
{
    public Guid? Id => null;

    public string Name => "Personne";

    public string? Email => null;

    public IReadOnlyCollection<Guid> AnswerableIds => [];

    public IReadOnlyCollection<Guid> EpnIds => [];
}
