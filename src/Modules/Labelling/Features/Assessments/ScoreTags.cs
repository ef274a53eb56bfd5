using CaseNumerique.Labelling.Data;

namespace CaseNumerique.Labelling.Features.Assessments;

/// <summary>How the result of a criterion is shown: the kind of the tag, and its words.</summary>
internal static class ScoreTags
{
    public static (string Kind, string Words) OfAssessor(Answer? answer) =>
        answer is not { IsScored: true } ? ("todo", "À noter")
        : answer.IsNotApplicableToAssessor ? ("plain", "Sans objet")
        : answer.AssessorScore switch
        {
            0 => ("off", "Non conforme"),
            1 => ("reserve", "Partiel"),
            2 => ("done", "Conforme"),
            _ => ("done", "Exemplaire"),
        };

    /// <summary>« 2 », « sans objet », « – »: short, for a table.</summary>
    public static string OfSelf(Answer? answer) =>
        answer is null || !answer.IsAnswered ? "–"
        : answer.IsNotApplicable ? "sans objet"
        : $"{answer.SelfScore}";

    public static string OfAssessorShort(Answer? answer) =>
        answer is not { IsScored: true } ? "à noter"
        : answer.IsNotApplicableToAssessor ? "sans objet"
        : $"{answer.AssessorScore}";
}
