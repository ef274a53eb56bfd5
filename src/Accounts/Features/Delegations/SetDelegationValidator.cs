using CaseNumerique.Accounts.Data;
using CaseNumerique.Accounts.Features.People;
using CaseNumerique.SharedKernel;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Accounts.Features.Delegations;

/// <summary>What <see cref="SetDelegation"/> refuses; apart from the slice for its length only.</summary>
internal sealed class SetDelegationValidator : AbstractValidator<SetDelegation.Command>
{
    public SetDelegationValidator(AccountsDbContext db, ICurrentUser user, TimeProvider clock)
    {
        RuleLevelCascadeMode = CascadeMode.Stop;
        RuleFor(c => c.FromId)
            .MustBeIn(db.Accounts.Open(), "Ce compte n’est pas, ou plus, ouvert")
            .Must(id => id == user.Id || !user.AnswerableIds.Contains(id))
            .WithMessage("Des droits confiés ne se confient pas plus loin\u00A0: demandez-le à une autre personne");
        RuleFor(c => c.ToId)
            .NotNull()
            .WithMessage("Choisissez qui vous remplace")
            .MustAsync(
                async (c, id, ct) =>
                    await (await db.StandInsForAsync(c.FromId, clock.Today, ct)).AnyAsync(a => a.Id == id, ct)
            )
            .WithMessage("Cette personne ne peut pas recevoir ces droits\u00A0: choisissez dans la liste")
            .MustAsync((c, id, ct) => db.MayUseRightsOfAsync(c.FromId, id!.Value, ct))
            .WithMessage("Cette personne n’a pas de second facteur, qu’un rôle d’ÉcoNum demande")
            .MustAsync(
                async (c, id, ct) =>
                    !await db.Delegations.AnyAsync(
                        d =>
                            d.FromId == c.FromId
                            && d.ToId == id
                            && d.RevokedAt == null
                            && d.StartsOn <= c.EndsOn
                            && d.EndsOn >= c.StartsOn,
                        ct
                    )
            )
            .WithMessage("Cette personne assure déjà ce remplacement pendant une partie de ces jours");
        RuleFor(c => c.StartsOn)
            .NotNull()
            .WithMessage("Indiquez le premier jour")
            .Must(day => day >= clock.Today)
            .WithMessage("Commencez aujourd’hui ou plus tard");
        RuleFor(c => c.EndsOn)
            .NotNull()
            .WithMessage("Indiquez le dernier jour\u00A0: un remplacement a toujours une fin")
            .Must((c, day) => c.StartsOn is null || day >= c.StartsOn)
            .WithMessage("Le dernier jour ne peut pas précéder le premier")
            .Must(
                (c, day) =>
                    c.StartsOn is null || day!.Value.DayNumber - c.StartsOn.Value.DayNumber < Delegation.LongestDays
            )
            .WithMessage($"Un remplacement dure {Delegation.LongestDays} jours au plus");
        RuleFor(c => c.Reason).MustBeReason();
    }
}
