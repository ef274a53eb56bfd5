using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;

namespace CaseNumerique.Labelling.Features.Proposals;

/// <summary>Whether the person who acts may decide on a proposal: proposer and decider are two people without a stake.</summary>
internal sealed class DecisionCheck(ICurrentUser user, Impartiality impartiality)
{
    /// <returns>Why another person must decide, in French; null when this one may.</returns>
    public async Task<string?> ReasonAgainstAsync(Proposal proposal, CancellationToken cancellationToken) =>
        proposal.IsAnsweredForBy(user.AnswerableIds)
            ? "Vous avez fait cette proposition, vous-même ou à la place d’une autre personne : une autre personne décide."
            : await impartiality.ReasonAgainstAsync(proposal.EpnId, cancellationToken);
}
