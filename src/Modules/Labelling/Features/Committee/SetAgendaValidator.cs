using CaseNumerique.Labelling.Data;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Committee;

/// <summary>What <see cref="SetAgenda"/> refuses; apart from the slice for its length only.</summary>
internal sealed class SetAgendaValidator : AbstractValidator<SetAgenda.Command>
{
    public SetAgendaValidator(LabellingDbContext db)
    {
        RuleFor(c => c.FileIds)
            .NotEmpty()
            .WithMessage("Cochez au moins un dossier.")
            .CustomAsync(
                async (ids, context, ct) =>
                {
                    var waiting = await SetAgenda.Waiting(db).Select(a => a.Id).ToListAsync(ct);
                    var filed = await db
                        .Applications.AsNoTracking()
                        .Where(a => ids.Contains(a.Id) && a.Number != null)
                        .ToListAsync(ct);
                    foreach (var id in ids.Except(waiting))
                    {
                        context.AddFailure(
                            filed.Find(a => a.Id == id) is { } file
                                ? $"Le dossier {file.Number} est {ApplicationMove.Words(file.Status)}\u00A0: il n’attend pas de comité. Relisez la liste."
                                : "Un de ces dossiers n’existe pas. Relisez la liste."
                        );
                    }
                }
            );
        RuleFor(c => c.Id)
            .MustAsync((id, ct) => db.CommitteeSessions.AnyAsync(s => s.Id == id && s.ClosedAt == null, ct))
            .WithMessage("La séance est close.");
    }
}
