using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Assessments;

/// <summary>Whether the person who acts may do something of an assessor's work on a file.</summary>
internal sealed class FileCheck(LabellingDbContext db, ICurrentUser user, Impartiality impartiality)
{
    /// <param name="isForItsAssessor">Whether only the person who follows the file may, or a stand-in.</param>
    /// <returns>Why not, in French; null when they may.</returns>
    public async Task<string?> ReasonAgainstAsync(
        Guid id,
        FileWork work,
        bool isForItsAssessor,
        CancellationToken cancellationToken
    )
    {
        var file = await db.Applications.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, cancellationToken);
        if (file is null)
        {
            return "Ce dossier n’existe pas.";
        }

        if (!work.In.Contains(file.Status))
        {
            return ApplicationMove.Impossible(work.Verb, file.Status);
        }

        if (isForItsAssessor && !(file.AssessorId is { } assessor && user.AnswerableIds.Contains(assessor)))
        {
            return $"Ce dossier est suivi par {file.AssessorName ?? "une autre personne"}\u00A0: "
                + "demandez à l’administration de vous le confier.";
        }

        return await impartiality.ReasonAgainstAsync(file.EpnId, cancellationToken);
    }
}

/// <summary>A piece of an assessor's work, and when it is done.</summary>
internal sealed record FileWork(string Verb, params IReadOnlyList<ApplicationStatus> In)
{
    public static readonly FileWork Score = new(
        "noter les critères",
        ApplicationStatus.Admissibility,
        ApplicationStatus.UnderAssessment
    );

    public static readonly FileWork Follow = new(
        "agir sur le dossier",
        ApplicationStatus.Admissibility,
        ApplicationStatus.ToComplete,
        ApplicationStatus.UnderAssessment
    );

    public static readonly FileWork Assign = new("confier le dossier", [ApplicationStatus.Submitted, .. Follow.In]);

    public static FileWork Of(ApplicationMove move) => new(move.Verb, move.From);
}

internal static class FileCheckRules
{
    /// <summary>By the person who follows the file, or who stands in for them.</summary>
    public static void MustBeForItsAssessor<T>(this IRuleBuilder<T, Guid> rule, FileCheck check, FileWork work) =>
        rule.MustPass(check, work, isForItsAssessor: true);

    public static void MustBeForSomebodyImpartial<T>(this IRuleBuilder<T, Guid> rule, FileCheck check, FileWork work) =>
        rule.MustPass(check, work, isForItsAssessor: false);

    private static void MustPass<T>(
        this IRuleBuilder<T, Guid> rule,
        FileCheck check,
        FileWork work,
        bool isForItsAssessor
    ) =>
        rule.CustomAsync(
            async (id, context, ct) =>
            {
                if (await check.ReasonAgainstAsync(id, work, isForItsAssessor, ct) is { } reason)
                {
                    // No single field mends it.
                    context.AddFailure(new ValidationFailure("", reason));
                }
            }
        );
}
