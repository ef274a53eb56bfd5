using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;

namespace CaseNumerique.Labelling.Features.EvidenceLibrary;

internal sealed class AddEvidenceValidator : AbstractValidator<AddEvidence.Command>
{
    public AddEvidenceValidator(TimeProvider clock)
    {
        RuleFor(c => c.Title)
            .NotEmpty()
            .WithMessage("Donnez un nom à la pièce, comme « Planning 2027 ».")
            .MaximumLength(Evidence.TitleMaxLength)
            .WithMessage("Raccourcissez le nom à {MaxLength} caractères.");
        RuleFor(c => c.Link)
            .MaximumLength(Evidence.LinkMaxLength)
            .WithMessage("Cette adresse est trop longue\u00A0: {MaxLength} caractères au plus.")
            .Must(link => string.IsNullOrWhiteSpace(link) || IsWebAddress(link))
            .WithMessage("Écrivez l’adresse entière, comme https://www.exemple.nc/planning.");
        RuleFor(c => c.Sent.Files)
            .Must((c, _) => c.Sent.Count > 0 || !string.IsNullOrWhiteSpace(c.Link))
            .WithMessage("Choisissez un fichier, ou écrivez l’adresse d’une page.")
            .Must((c, _) => c.Sent.Count <= Evidence.Rule.MaxCount)
            .WithMessage("Une pièce a un seul fichier. Ajoutez les autres à part.");
        RuleFor(c => c.ExpiresOn)
            .Must(day => day is null || day >= clock.Today)
            .WithMessage("Cette date est passée\u00A0: la pièce ne prouverait plus rien.");
    }

    private static bool IsWebAddress(string link) =>
        Uri.TryCreate(link.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http";
}
