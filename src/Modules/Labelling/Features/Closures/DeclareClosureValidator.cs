using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CaseNumerique.Labelling.Features.Closures;

/// <summary>What <see cref="DeclareClosure"/> refuses; apart from the slice for its length only.</summary>
internal sealed class DeclareClosureValidator : AbstractValidator<DeclareClosure.Command>
{
    private readonly LabellingDbContext _db;
    private readonly PortalOptions _portal;
    private readonly DateOnly _today;

    public DeclareClosureValidator(LabellingDbContext db, IOptions<PortalOptions> portal, TimeProvider clock)
    {
        (_db, _portal, _today) = (db, portal.Value, clock.Today);
        RuleFor(c => c.FirstOn)
            .NotEmpty()
            .WithMessage("Indiquez le premier jour de fermeture.")
            .Must(day => day is null || day <= _today.AddYears(1))
            .WithMessage("Le premier jour est à plus d’un an\u00A0: vérifiez l’année.");
        RuleFor(c => c.LastOn)
            .NotEmpty()
            .WithMessage("Indiquez le dernier jour de fermeture. Vous pourrez rouvrir plus tôt.")
            .Must((c, day) => day is null || c.FirstOn is null || day >= c.FirstOn)
            .WithMessage("Le dernier jour vient après le premier\u00A0: vérifiez les deux dates.")
            .Must(day => day is null || day >= _today)
            .WithMessage("Cette fermeture est déjà passée\u00A0: il n’y a plus rien à annoncer.");
        RuleFor(c => c.Kind)
            .NotNull()
            .WithMessage("Choisissez un motif.")
            .IsInEnum()
            .WithMessage("Choisissez un motif.");
        RuleFor(c => c.Words)
            .NotEmpty()
            .When(c => c.Kind is ClosureKind.Other)
            .WithMessage("Dites en quelques mots pourquoi l’espace ferme.")
            .MaximumLength(TemporaryClosure.WordsMaxLength)
            .WithMessage("Résumez en {MaxLength} caractères.");
        RuleFor(c => c).CustomAsync(CheckAsync);
    }

    private async Task CheckAsync(
        DeclareClosure.Command command,
        ValidationContext<DeclareClosure.Command> context,
        CancellationToken ct
    )
    {
        var label = await _db.Labels.Held().AsNoTracking().SingleOrDefaultAsync(l => l.Number == command.Number, ct);
        if (label is null)
        {
            context.AddFailure(
                nameof(command.FirstOn),
                "Ce label n’est plus en cours\u00A0: il n’y a rien à déclarer."
            );
            return;
        }

        var others = await _db.TemporaryClosures.AsNoTracking().Where(c => c.EpnId == label.EpnId).ToListAsync(ct);
        if (others.Find(c => c.LastOn >= _today && c.Days > 0) is { } open)
        {
            context.AddFailure(
                nameof(command.FirstOn),
                $"Une fermeture est déjà déclarée jusqu’au {FrenchText.Date(open.LastOn)}\u00A0: rouvrez d’abord, puis déclarez la nouvelle."
            );
        }
        else if (command is { FirstOn: { } firstOn, LastOn: { } lastOn } && lastOn >= firstOn)
        {
            var days = TemporaryClosure.DaysInARow(firstOn, lastOn, others);
            var most = (await _db.ProcedureRules.AsNoTracking().InForceAsync(ct)).ClosureDays;
            if (days > most)
            {
                context.AddFailure(nameof(command.LastOn), TooLong(days, most));
            }
        }
    }

    private string TooLong(int days, int most)
    {
        var call = _portal.Phone.Length > 0 ? $" au {FrenchText.Phone(_portal.Phone)}" : "";
        return $"Cela fait {FrenchText.Count(days, "jour")} de suite, et une simple déclaration vaut pour {most} au plus. "
            + $"Déclarez jusqu’à {most} jours, et appelez {_portal.Authority}{call}\u00A0: une fermeture plus longue s’examine avec vous.";
    }
}
