using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.LabelApplications;
using CaseNumerique.SharedKernel;

namespace CaseNumerique.Labelling.Features.Committee;

/// <summary>Sessions, questions and results as people read them.</summary>
internal static class CommitteeWords
{
    public static (string Kind, string Words) Of(CommitteeSession session) =>
        session switch
        {
            { ClosedAt: not null } => ("done", "Close"),
            { ConvenedAt: not null } => ("review", "Convoquée"),
            _ => ("draft", "En préparation"),
        };

    public static (string Kind, string Words) Of(CommitteeItem item) =>
        item switch
        {
            { Opinion: { } opinion } => ("done", $"Avis\u00A0: {ApplicationTags.Of(opinion).ToLowerInvariant()}"),
            { IsTie: true } => ("todo", "Partage des voix"),
            { Session.ClosedAt: not null } => ("ended", "Sans avis"),
            _ => ("todo", "À voter"),
        };

    public static string Of(VoteChoice choice) =>
        choice switch
        {
            VoteChoice.For => "Pour",
            VoteChoice.Against => "Contre",
            VoteChoice.Abstain => "Abstention",
            _ => throw new ArgumentOutOfRangeException(nameof(choice)),
        };

    /// <summary>What is put to the vote, as a question.</summary>
    public static string Question(OpinionKind motion) =>
        motion switch
        {
            OpinionKind.Favourable => "Le comité est-il favorable au label ?",
            OpinionKind.FavourableWithConditions => "Le comité est-il favorable au label, sous réserve ?",
            OpinionKind.Defer => "Le comité veut-il que le dossier soit repris ?",
            OpinionKind.Unfavourable => "Le comité est-il défavorable au label ?",
            _ => throw new ArgumentOutOfRangeException(nameof(motion)),
        };

    /// <summary>The result in one sentence, for page and minutes.</summary>
    public static string Result(CommitteeItem item) =>
        item.RecordedAt is null ? "Le comité n’a pas rendu d’avis."
        : item.Opinion is { } opinion
            ? $"Avis du comité\u00A0: {ApplicationTags.Of(opinion).ToLowerInvariant()} ({Counts(item)})."
        : $"Partage des voix ({Counts(item)})\u00A0: le comité laisse la décision à l’autorité.";

    public static string When(CommitteeSession session) =>
        $"{FrenchText.DateInFull(session.HeldOn)} à {FrenchText.Hour(session.HeldAt)} (heure de Nouméa)";

    private static string Counts(CommitteeItem item) =>
        Ballot.CountsInWords(item.ForCount, item.AgainstCount, item.AbstainedCount);
}
