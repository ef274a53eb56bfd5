using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using FluentValidation.Results;

namespace CaseNumerique.Labelling.Features.Completions;

/// <summary>What <see cref="AnswerCompletion"/> refuses; apart from the slice for its length only.</summary>
internal sealed class AnswerCompletionValidator : AbstractValidator<AnswerCompletion.Command>
{
    private readonly LabellingDbContext _db;
    private readonly TimeProvider _clock;

    public AnswerCompletionValidator(LabellingDbContext db, ApplicantCheck check, TimeProvider clock)
    {
        (_db, _clock) = (db, clock);
        RuleFor(c => c.Id).MustBeItsApplicants(check, ApplicationMove.Complete);
        RuleForEach(c => c.Replies)
            .ChildRules(reply =>
                reply
                    .RuleFor(r => r.Text)
                    .MaximumLength(MissingItem.ReplyMaxLength)
                    .WithMessage("Résumez en {MaxLength} caractères.")
            );
        RuleForEach(c => c.Replies)
            .ChildRules(reply =>
                reply
                    .RuleFor(r => r.Text)
                    .NotEmpty()
                    .WithMessage("Répondez à ce point avant d’envoyer, même pour dire que c’est impossible.")
            )
            .When(c => c.IsSent);
        RuleFor(c => c).CustomAsync(CompareAsync);
        RuleFor(c => c).CustomAsync(FindGapsAsync).When(c => c.IsSent);
    }

    /// <summary>What may have been emptied while the file was open again: it goes back as whole as it was filed.</summary>
    private async Task FindGapsAsync(
        AnswerCompletion.Command command,
        ValidationContext<AnswerCompletion.Command> context,
        CancellationToken cancellationToken
    )
    {
        if (await _db.OpenCompletionAsync(command.Id, cancellationToken) is not { } request)
        {
            return;
        }

        if (request.Items.Exists(i => !i.IsAnswered && command.Replies.All(r => r.ItemId != i.Id)))
        {
            context.AddFailure(new ValidationFailure("", "Un point est encore sans réponse. Rechargez la page."));
        }

        var content = await FileContent.LoadAsync(_db, command.Id, cancellationToken);
        // Filed in time, it stays under its referential.
        var gaps = Completeness.Of(content, _clock.Today).Gaps.Where(g => g.Step != FileStep.Filing);
        foreach (var gap in gaps)
        {
            context.AddFailure(new ValidationFailure("", gap.Words));
        }
    }

    /// <summary>What somebody else has replied meanwhile, beside what this person types.</summary>
    private async Task CompareAsync(
        AnswerCompletion.Command command,
        ValidationContext<AnswerCompletion.Command> context,
        CancellationToken cancellationToken
    )
    {
        var request = await _db.OpenCompletionAsync(command.Id, cancellationToken);
        foreach (var (i, reply) in command.Replies.Index())
        {
            var saved = AnswerCompletion.Reply.Clean(request?.Items.SingleOrDefault(m => m.Id == reply.ItemId)?.Reply);
            if (
                request is not null
                && saved != AnswerCompletion.Reply.Clean(reply.Read)
                && saved != AnswerCompletion.Reply.Clean(reply.Text)
            )
            {
                context.AddFailure(
                    new ValidationFailure(
                        $"{nameof(command.Replies)}[{i}].{nameof(reply.Text)}",
                        $"Quelqu’un a répondu entre-temps\u00A0: «\u00A0{saved ?? "rien"}\u00A0». "
                            + "Votre réponse est restée ici\u00A0: envoyez-la de nouveau pour la garder."
                    )
                );
            }
        }
    }
}
