using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using FluentValidation.Results;

namespace CaseNumerique.Labelling.Features.LabelApplications;

/// <summary>Takes what can be kept of what a person says of operator and project, and says what cannot.</summary>
internal static class ProjectWriter
{
    /// <returns>What cannot be kept.</returns>
    public static List<ValidationFailure> Take(LabelApplication file, DescribeProject.Command command)
    {
        List<ValidationFailure> wrong = [];
        file.Context = command.Context;
        file.OperatorName = Fit(command.OperatorName, LabelApplication.OperatorMaxLength, nameof(command.OperatorName))
            ? Clean(command.OperatorName)
            : file.OperatorName;
        file.Project = Fit(command.Project, LabelApplication.ProjectMaxLength, nameof(command.Project))
            ? Clean(command.Project)
            : file.Project;
        var ridet = Ridet.Normalise(command.Ridet);
        if (Clean(command.Ridet) is not null && ridet is null)
        {
            const string message = "Le RIDET compte neuf ou dix chiffres, comme 0 123 456.001.";
            wrong.Add(new(nameof(command.Ridet), FrenchText.Typeset(message)));
        }
        else
        {
            file.Ridet = ridet;
        }

        return wrong;

        bool Fit(string text, int max, string field)
        {
            if (text.Trim().Length > max)
            {
                wrong.Add(new(field, $"Résumez en {FrenchText.Number(max)} caractères."));
            }

            return text.Trim().Length <= max;
        }
    }

    /// <summary>What somebody else has saved meanwhile, beside what this person types.</summary>
    public static List<ValidationFailure> Differences(LabelApplication file, DescribeProject.Command command)
    {
        var typed = Ridet.Normalise(command.Ridet) ?? Clean(command.Ridet);
        (string Field, string? Stored, string? Typed)[] fields =
        [
            (nameof(command.OperatorName), file.OperatorName, Clean(command.OperatorName)),
            (nameof(command.Ridet), file.Ridet, typed),
            (nameof(command.Project), file.Project, Clean(command.Project)),
            (nameof(command.Context), ApplicationTags.Of(file.Context), ApplicationTags.Of(command.Context)),
        ];
        return
        [
            .. fields
                .Where(f => f.Stored != f.Typed)
                .Select(f => new ValidationFailure(
                    f.Field,
                    $"Quelqu’un a enregistré entre-temps\u00A0: «\u00A0{f.Stored ?? "rien"}\u00A0». "
                        + "Votre réponse est restée ici\u00A0: enregistrez de nouveau pour la garder."
                )
                {
                    ErrorCode = FileRules.Conflict,
                }),
        ];
    }

    private static string? Clean(string text) => text.Trim() is { Length: > 0 } clean ? clean : null;
}
