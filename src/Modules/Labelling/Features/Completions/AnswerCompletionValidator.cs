using CaseNumerique.Labelling.Data;
using FluentValidation;
using FluentValidation.Results;

namespace CaseNumerique.Labelling.Features.Completions;

/// <summary>What <see cref="AnswerCompletion"/> refuses; apart from the slice for its length only.</summary>
internal sealed class AnswerCompletionValidator : AbstractValidator<AnswerCompletion.Command>
{
    private readonly LabellingDbContext _db;

    public AnswerCompletionValidator(LabellingDbContext db, ApplicantCheck check)
    {
        _db = db;
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
