using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.LabelApplications;
using CaseNumerique.SharedKernel;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.SelfChecks;

/// <summary>Whose file the answers may go into.</summary>
internal sealed class ApplyFromSelfCheckValidator : AbstractValidator<ApplyFromSelfCheck.Command>
{
    public ApplyFromSelfCheckValidator(
        LabellingDbContext db,
        ICurrentUser user,
        ApplyingRules rules,
        TimeProvider clock
    )
    {
        RuleFor(c => c.Token)
            .MustAsync((token, ct) => db.SelfChecks.Behind(token, clock.Today).AnyAsync(ct))
            .WithMessage("Ce lien ne marche plus : commencez un nouveau pré-diagnostic.");
        RuleFor(c => c.EpnId)
            .Cascade(CascadeMode.Stop)
            .NotNull()
            .WithMessage("Choisissez un de vos espaces.")
            .Must(id => user.EpnIds.Contains(id!.Value))
            .WithMessage("Choisissez un de vos espaces.")
            .CustomAsync(
                async (id, context, ct) =>
                {
                    if (await rules.AgainstAnswersAsync(id!.Value, ct) is { } obstacle)
                    {
                        context.AddFailure(obstacle.Words);
                    }
                }
            );
    }
}
