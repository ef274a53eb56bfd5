using CaseNumerique.SharedKernel;

namespace CaseNumerique.Labelling.Data;

/// <summary>The count of one vote: whether it holds, and what it says.</summary>
/// <param name="Eligible">Members who are not recused from the file.</param>
/// <param name="Present">Those of them who are there.</param>
/// <param name="Required">How many of them must be there.</param>
/// <param name="Opinion">What the majority of the votes cast wants; null on a tie, without a vote, and where it only turns a question down.</param>
internal sealed record Ballot(
    int Eligible,
    int Present,
    int Required,
    int For,
    int Against,
    int Abstained,
    OpinionKind? Opinion
)
{
    public bool HasQuorum => Eligible > 0 && Present >= Required;

    public int Cast => For + Against;

    /// <summary>Present, eligible, and heard of neither way.</summary>
    public int Missing => Present - Cast - Abstained;

    public bool IsTie => Cast > 0 && For == Against;

    /// <summary>« 4 pour, 1 contre, 1 abstention ».</summary>
    public static string CountsInWords(int @for, int against, int abstained) =>
        $"{@for} pour, {against} contre, {FrenchText.Count(abstained, "abstention")}";

    public static Ballot Of(
        OpinionKind motion,
        int quorumPercent,
        IReadOnlyCollection<CommitteeSeat> seats,
        IReadOnlyCollection<Guid> recusedSeatIds,
        IReadOnlyCollection<CommitteeVote> votes
    )
    {
        var eligible = seats.Where(s => !recusedSeatIds.Contains(s.Id)).ToList();
        var present = eligible.Where(s => s.IsPresent).Select(s => s.Id).ToHashSet();
        var counted = votes.Where(v => present.Contains(v.SeatId)).ToLookup(v => v.Choice);
        var (pro, contra) = (counted[VoteChoice.For].Count(), counted[VoteChoice.Against].Count());
        return new Ballot(
            eligible.Count,
            present.Count,
            // At least one, and never a fraction of a person.
            Math.Max(1, ((eligible.Count * quorumPercent) + 99) / 100),
            pro,
            contra,
            counted[VoteChoice.Abstain].Count(),
            pro > contra ? motion
                : contra > pro ? Rejected(motion)
                : null
        );
    }

    /// <summary>A committee that will not grant is against; one that will not defer, or not refuse, is asked something else.</summary>
    private static OpinionKind? Rejected(OpinionKind motion) =>
        motion is OpinionKind.Favourable or OpinionKind.FavourableWithConditions ? OpinionKind.Unfavourable : null;

    /// <returns>Why no result can be recorded, in French; null when one can.</returns>
    public string? ReasonAgainst() =>
        this switch
        {
            { HasQuorum: false } =>
                $"Le quorum n’est pas atteint\u00A0: {FrenchText.Count(Present, "membre présent", "membres présents")} sur {Eligible}, il en faut {Required}.",
            { Missing: > 0 } => $"{FrenchText.Count(Missing, "voix manque", "voix manquent")} encore.",
            { Cast: 0 } => "Personne n’a voté pour ou contre\u00A0: mettez une autre question aux voix.",
            { Opinion: null, IsTie: false } => "La question est rejetée\u00A0: mettez-en une autre aux voix.",
            _ => null,
        };
}
