using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using FluentValidation.Results;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.LabelApplications;

/// <summary>Takes what can be kept of each given answer, and remembers what cannot, and why.</summary>
/// <param name="library">The EPN's proofs: no other is attached.</param>
internal sealed class AnswerWriter(
    LabellingDbContext db,
    FileContent content,
    HashSet<Guid> library,
    ICurrentUser user,
    DateTime now
)
{
    public List<ValidationFailure> Failures { get; } = [];

    /// <param name="field">The answer's place in the command.</param>
    public async Task WriteAsync(
        Criterion criterion,
        GivenAnswer given,
        string field,
        CancellationToken cancellationToken
    )
    {
        if (given.IsNotApplicable && !criterion.IsNotApplicableAllowed)
        {
            Fail(field, nameof(given.Score), $"{criterion.Code} ne peut pas être sans objet\u00A0: donnez une note.");
            return;
        }

        var answer = content.Find(criterion);
        var comment = given.CleanComment;
        if (comment?.Length > Answer.CommentMaxLength)
        {
            Fail(
                field,
                nameof(given.Comment),
                $"{criterion.Code}\u00A0: résumez en {FrenchText.Number(Answer.CommentMaxLength)} caractères. Le reste est enregistré."
            );
            comment = answer?.Comment;
        }

        HashSet<Guid> proofs = [.. given.Proofs.Where(library.Contains)];
        HashSet<Guid> before = answer is null ? [] : [.. content.ProofsOf[answer.Id].Select(p => p.Id)];
        var saysTheSame = (answer ?? Nothing(criterion)).Says(given.ScoreValue, given.IsNotApplicable, comment);
        // Who changes an answer does not say that the former one still holds.
        var isStillTrue = given.IsStillTrue && saysTheSame && content.File.CopiedFromId is not null;
        if (saysTheSame && proofs.SetEquals(before) && isStillTrue == (answer?.IsStillTrue ?? false))
        {
            RemindOfReason(criterion, given, comment, field);
            return;
        }

        if ((answer?.Version ?? 0) != given.Version)
        {
            Failures.Add(
                new($"{field}.{nameof(given.Score)}", ConflictWords(criterion, answer!))
                {
                    ErrorCode = FileRules.Conflict,
                }
            );
            return;
        }

        if (answer is null)
        {
            answer = Nothing(criterion);
            db.Answers.Add(answer);
        }

        answer.Say(given.ScoreValue, given.IsNotApplicable, comment, user, now);
        answer.IsStillTrue = isStillTrue;
        answer.Touch();
        await AttachAsync(answer, proofs, before, cancellationToken);
        RemindOfReason(criterion, given, comment, field);
    }

    private async Task AttachAsync(
        Answer answer,
        HashSet<Guid> proofs,
        HashSet<Guid> before,
        CancellationToken cancellationToken
    )
    {
        var gone = before.Except(proofs).ToList();
        if (gone.Count > 0)
        {
            db.EvidenceUses.RemoveRange(
                await db
                    .EvidenceUses.Where(u => u.AnswerId == answer.Id && gone.Contains(u.EvidenceId))
                    .ToListAsync(cancellationToken)
            );
        }

        db.EvidenceUses.AddRange(
            proofs.Except(before).Select(id => new EvidenceUse { AnswerId = answer.Id, EvidenceId = id })
        );
    }

    private void RemindOfReason(Criterion criterion, GivenAnswer given, string? comment, string field)
    {
        if (given.IsNotApplicable && comment is null)
        {
            Fail(
                field,
                nameof(given.Comment),
                $"{criterion.Code}\u00A0: dites en commentaire pourquoi il est sans objet."
            );
        }
    }

    private static string ConflictWords(Criterion criterion, Answer theirs)
    {
        var score =
            theirs.IsNotApplicable ? "sans objet"
            : theirs.SelfScore is { } own ? $"note {own}"
            : "sans note";
        var comment = theirs.Comment is null ? "sans commentaire" : $"«\u00A0{theirs.Comment}\u00A0»";
        return $"{criterion.Code}\u00A0: {theirs.AnsweredBy ?? "quelqu’un"} a répondu entre-temps ({score}, {comment}). "
            + "Votre réponse est restée ici\u00A0: enregistrez de nouveau pour la garder.";
    }

    private Answer Nothing(Criterion criterion) =>
        new() { ApplicationId = content.File.Id, CriterionId = criterion.Id };

    private void Fail(string field, string part, string words) => Failures.Add(new($"{field}.{part}", words));
}
