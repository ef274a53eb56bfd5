using CaseNumerique.Labelling.Data;
using FluentValidation;

namespace CaseNumerique.Labelling.Features.Completions;

/// <summary>What is sent answers each point; what is only kept may wait.</summary>
internal sealed class AnswerCompletionValidator : AbstractValidator<AnswerCompletion.Command>
{
    public AnswerCompletionValidator(ApplicantCheck check)
    {
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
    }
}
