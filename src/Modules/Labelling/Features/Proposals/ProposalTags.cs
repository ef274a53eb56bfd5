using CaseNumerique.Labelling.Data;

namespace CaseNumerique.Labelling.Features.Proposals;

/// <summary>States of a proposal as tags of the visual language.</summary>
internal static class ProposalTags
{
    public static (string Kind, string Words) Of(Proposal proposal) =>
        proposal switch
        {
            { DecidedAt: null } => ("review", "En attente de décision"),
            { IsAccepted: true } => ("done", "Acceptée"),
            _ => ("ended", "Écartée"),
        };
}
