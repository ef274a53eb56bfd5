using CaseNumerique.SharedKernel;

namespace CaseNumerique.Labelling.Data;

/// <summary>What a file still lacks before it can be filed. This is the only place that says so.</summary>
/// <param name="Gaps">In the order of the steps.</param>
/// <param name="Answered">How many criteria have an answer.</param>
internal sealed record Completeness(IReadOnlyList<Gap> Gaps, int Answered, int Total)
{
    public bool IsComplete => Gaps.Count == 0;

    /// <summary>Filing is done once nothing is missing anywhere.</summary>
    public bool IsDone(FileStep step) => step == FileStep.Filing ? IsComplete : Gaps.All(g => g.Step != step);

    public static Completeness Of(FileContent content, DateOnly today)
    {
        List<Gap> gaps = [.. OfOperator(content.File)];
        foreach (var chapter in content.Set.Chapters.OrderBy(c => c.Position))
        {
            var step = FileStep.For(chapter);
            gaps.AddRange(
                chapter
                    .Criteria.OrderBy(k => k.Position)
                    .Select(k => (Criterion: k, Words: Against(content, k, today)))
                    .Where(x => x.Words is not null)
                    .Select(x => new Gap(step, x.Words!, x.Criterion.Code))
            );
        }

        if (!content.IsCharterSignedOn(today))
        {
            gaps.Add(
                new(
                    FileStep.Signing,
                    content.File.CharterSignedAt is null
                        ? "Signez la charte."
                        : "La charte a changé depuis votre signature. Signez la nouvelle version."
                )
            );
        }

        if (!content.Set.IsOpenForFiling(today))
        {
            gaps.Add(
                new(
                    FileStep.Filing,
                    "Le référentiel a changé depuis le début de la demande. Reprenez vos réponses dans la version en vigueur."
                )
            );
        }

        return new Completeness(
            gaps,
            content.Set.Criteria.Count(k => content.Find(k)?.IsAnswered == true),
            content.Set.Criteria.Count()
        );
    }

    private static IEnumerable<Gap> OfOperator(LabelApplication file)
    {
        if (string.IsNullOrWhiteSpace(file.OperatorName))
        {
            yield return new(FileStep.Operator, "Indiquez la structure qui gère l’espace.");
        }

        if (file.RidetWaiver is null && !Ridet.IsWhole(file.Ridet))
        {
            yield return new(
                FileStep.Operator,
                file.Ridet is null
                    ? "Indiquez le RIDET du gestionnaire."
                    : "Complétez le RIDET par les trois chiffres de l’établissement."
            );
        }

        if (string.IsNullOrWhiteSpace(file.Project))
        {
            yield return new(FileStep.Operator, "Décrivez le projet de l’espace.");
        }
    }

    /// <returns>What is missing for a criterion; null when nothing is.</returns>
    private static string? Against(FileContent content, Criterion criterion, DateOnly today)
    {
        var answer = content.Find(criterion);
        if (answer?.IsNotApplicable == true && string.IsNullOrWhiteSpace(answer.Comment))
        {
            return $"{criterion.Code}\u00A0: dites en commentaire pourquoi il est sans objet.";
        }

        if (criterion.Kind is not CriterionKind.Mandatory)
        {
            return null;
        }

        if (answer is not { IsAnswered: true })
        {
            return $"{criterion.Code}, obligatoire\u00A0: donnez-vous une note.";
        }

        if (!IsConfirmed(content.File, answer))
        {
            return $"{criterion.Code}\u00A0: dites si c’est toujours vrai, ou changez votre réponse.";
        }

        // What does not apply has no score.
        if (answer.SelfScore is null or < CriteriaSet.MetScore || content.IsProvenOn(criterion, today))
        {
            return null;
        }

        var proofs = content.ProofsOf[answer.Id].ToList();
        return proofs.Exists(p => p.IsValid(today)) ? null
            : proofs.Count == 0 ? $"{criterion.Code}\u00A0: joignez une pièce ({criterion.ExpectedProof})."
            : $"{criterion.Code}\u00A0: la pièce jointe n’est plus valable. Renouvelez-la.";
    }

    /// <summary>An answer taken from a former file counts once somebody has said that it still holds, or has changed it.</summary>
    public static bool IsConfirmed(LabelApplication file, Answer answer) =>
        file.CopiedFromId is null || answer.IsStillTrue || answer.AnsweredAt >= file.StartedAt;
}

/// <summary>One thing that is missing, and where it is given.</summary>
/// <param name="CriterionCode">The criterion that it is about, where it is about one.</param>
internal sealed record Gap(FileStep Step, string Words, string? CriterionCode = null)
{
    public string UrlIn(string fileUrl) =>
        $"{fileUrl}{Step.Path}{(CriterionCode is null ? "" : $"#critere-{CriterionCode}")}";
}
