using MediatR;

namespace CaseNumerique.Contracts.Labelling;

/// <summary>A labelled EPN has said that it closes for some days, or that it opens again earlier than said.</summary>
/// <param name="Revision">Grows with each change of this closure; a copy ignores what is older than it has.</param>
/// <param name="LastOn">Last day closed, inclusive; before <paramref name="FirstOn"/> where it did not close after all.</param>
public sealed record EpnTemporarilyClosed(Guid EpnId, Guid ClosureId, int Revision, DateOnly FirstOn, DateOnly LastOn)
    : INotification;
