using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.SelfChecks;

/// <summary>Whose file the answers may go into.</summary>
internal sealed class ApplyFromSelfCheckValidator : AbstractValidator<ApplyFromSelfCheck.Command>
{
    public ApplyFromSelfCheckValidator(LabellingDbContext db, ICurrentUser user, TimeProvider clock)
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
                    var open = await db
                        .Applications.AsNoTracking()
                        .Where(a => a.EpnId == id && a.Status < ApplicationStatus.Granted)
                        .ToListAsync(ct);
                    if (open.Exists(a => a.Status is ApplicationStatus.Draft))
                    {
                        return;
                    }

                    if (open.FirstOrDefault() is { } filed)
                    {
                        context.AddFailure(
                            $"Le dossier {filed.Reference} de cet espace est déjà déposé : ses réponses ne changent plus ici."
                        );
                    }
                    else if (await db.Labels.Held().AnyAsync(l => l.EpnId == id, ct))
                    {
                        context.AddFailure(
                            "Cet espace porte déjà le label : commencez son renouvellement, puis revenez par ce lien."
                        );
                    }
                }
            );
    }
}
