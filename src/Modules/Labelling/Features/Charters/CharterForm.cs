using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;

namespace CaseNumerique.Labelling.Features.Charters;

/// <summary>What an editor types of a version of the charter.</summary>
internal abstract record CharterForm
{
    /// <summary>One commitment a line.</summary>
    public string? Text { get; init; }

    public string? Notice { get; init; }

    private string CleanText => string.Join('\n', Charter.CommitmentsOf(FrenchText.Typeset(Text ?? "")));

    private string? CleanNotice => string.IsNullOrWhiteSpace(Notice) ? null : FrenchText.Typeset(Notice.Trim());

    public void WriteTo(Charter charter) => (charter.Text, charter.Notice) = (CleanText, CleanNotice);

    /// <summary>In the words that two versions are compared by.</summary>
    public IReadOnlyList<(string Name, string Words)> Facts => FactsOf(CleanText, CleanNotice);

    public static IReadOnlyList<(string Name, string Words)> FactsOf(string text, string? notice) =>
        [("Engagements", text), ("Avertissement", notice ?? "")];

    internal sealed class Rules : AbstractValidator<CharterForm>
    {
        public Rules()
        {
            RuleFor(c => c.CleanText)
                .NotEmpty()
                .WithMessage("Écrivez au moins un engagement, un par ligne.")
                .MaximumLength(Charter.TextMaxLength)
                .WithMessage("Raccourcissez la charte : {TotalLength} caractères, pour {MaxLength} au plus.")
                .OverridePropertyName(nameof(Text));
            RuleFor(c => c.Notice)
                .MaximumLength(Charter.NoticeMaxLength)
                .WithMessage("Résumez l’avertissement en {MaxLength} caractères.");
        }
    }
}
