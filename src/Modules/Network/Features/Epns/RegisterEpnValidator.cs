using CaseNumerique.Network.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Network.Features.Epns;

/// <summary>What <see cref="RegisterEpn"/> refuses; apart from the slice for its length only.</summary>
internal sealed class RegisterEpnValidator : AbstractValidator<RegisterEpn.Command>
{
    private readonly NetworkDbContext _db;

    public RegisterEpnValidator(NetworkDbContext db)
    {
        _db = db;
        RuleLevelCascadeMode = CascadeMode.Stop;
        CheckPlace();
        Include(new EpnFactsValidator());
        CheckPeople();
    }

    private void CheckPlace()
    {
        RuleFor(c => c.Name)
            .MustBeEpnName()
            .MustAsync(IsNewInItsCommuneAsync)
            .WithMessage("Un espace de ce nom existe déjà dans cette commune\u00A0: ajoutez ce qui le distingue");
        RuleFor(c => c.InseeCode)
            .Must(code => Commune.Find(code) is not null)
            .WithMessage("Choisissez une commune de la liste");
        RuleFor(c => c.Province)
            .Must((c, province) => !string.IsNullOrEmpty(province) || Commune.Find(c.InseeCode)!.Provinces.Count == 1)
            .WithMessage("Poya est à cheval sur deux provinces\u00A0: choisissez Nord ou Sud")
            .Must(
                (c, province) =>
                    string.IsNullOrEmpty(province) || Commune.Find(c.InseeCode)!.Provinces.Contains(province)
            )
            .WithMessage(c =>
                $"La commune {Commune.Find(c.InseeCode)!.WithDe} est {Province.Within(Commune.Find(c.InseeCode)!.Province)}"
            )
            .When(c => Commune.Find(c.InseeCode) is not null);
    }

    private void CheckPeople()
    {
        RuleFor(c => c.OperatorName)
            .Must(name => FrenchText.Fold(name).Length > 0)
            .WithMessage("Indiquez le nom du gestionnaire")
            .MaximumLength(Operator.NameMaxLength)
            .WithMessage("Abrégez le nom en {MaxLength} caractères");
        RuleFor(c => c.OperatorKind).IsInEnum().WithMessage("Choisissez une forme de la liste");
        RuleFor(c => c.Ridet)
            .Must(typed => string.IsNullOrWhiteSpace(typed) || Ridet.Normalise(typed) is not null)
            .WithMessage("Le RIDET doit compter 9 ou 10 chiffres, ou 6 ou 7 sans l’établissement")
            .MustAsync(AgreesWithKnownRidetAsync)
            .WithMessage(
                "Ce gestionnaire est déjà connu sous un autre RIDET\u00A0: vérifiez-le, ou laissez la case vide"
            );
        RuleFor(c => c.ManagerName).MustBePersonName();
        RuleFor(c => c.ManagerEmail).MustBeEmail();
        RuleFor(c => c.ManagerPhone).MustLeaveAWayToReach(c => c.ManagerEmail).MustBePhone();
    }

    private async Task<bool> IsNewInItsCommuneAsync(RegisterEpn.Command command, string? name, CancellationToken ct)
    {
        var folded = FrenchText.Fold(name);
        return !await _db.Epns.Open().AnyAsync(e => e.InseeCode == command.InseeCode && e.FoldedName == folded, ct);
    }

    private async Task<bool> AgreesWithKnownRidetAsync(RegisterEpn.Command command, string? ridet, CancellationToken ct)
    {
        var folded = FrenchText.Fold(command.OperatorName);
        var digits = Ridet.Normalise(ridet);
        return digits is null
            || !await _db.Operators.AnyAsync(o => o.FoldedName == folded && o.Ridet != null && o.Ridet != digits, ct);
    }
}
