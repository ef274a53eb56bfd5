using System.Text.RegularExpressions;
using CaseNumerique.SharedKernel;
using FluentValidation;

namespace CaseNumerique.Network.Data;

/// <summary>What may stand in the fields of people and places, said once for all forms.</summary>
internal static partial class ContactRules
{
    public static IRuleBuilderOptions<T, string?> MustBePersonName<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(name => !string.IsNullOrWhiteSpace(name))
            .WithMessage("Indiquez le nom de la personne")
            .MaximumLength(Contact.NameMaxLength)
            .WithMessage("Abrégez le nom en {MaxLength} caractères");

    public static IRuleBuilderOptions<T, string?> MustBeEpnName<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(name => FrenchText.Fold(name).Length > 0)
            .WithMessage("Donnez un nom à l’espace")
            .MaximumLength(Epn.NameMaxLength)
            .WithMessage("Abrégez le nom en {MaxLength} caractères");

    public static IRuleBuilderOptions<T, string?> MustBePhone<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(phone => string.IsNullOrWhiteSpace(phone) || PhoneNumber.Normalise(phone) is not null)
            .WithMessage("Le téléphone doit compter six chiffres, comme 47\u00A012\u00A034");

    public static IRuleBuilderOptions<T, string?> MustBeEmail<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(email => string.IsNullOrWhiteSpace(email) || Email().IsMatch(email.Trim()))
            .WithMessage("Le courriel doit avoir la forme nom@exemple.nc")
            .MaximumLength(Contact.EmailMaxLength)
            .WithMessage("Le courriel doit compter {MaxLength} caractères au plus");

    /// <summary>A person nobody can reach is no contact.</summary>
    public static IRuleBuilderOptions<T, string?> MustLeaveAWayToReach<T>(
        this IRuleBuilder<T, string?> phone,
        Func<T, string?> email
    ) =>
        phone
            .Must((form, number) => !string.IsNullOrWhiteSpace(number) || !string.IsNullOrWhiteSpace(email(form)))
            .WithMessage("Indiquez un téléphone\u00A0: sans courriel, les relances se font par appel");

    /// <summary>A day that people act from; far from today it is a slip of the year.</summary>
    public static IRuleBuilderOptions<T, DateOnly?> MustBeAFirstDay<T>(
        this IRuleBuilder<T, DateOnly?> rule,
        DateOnly today
    ) =>
        rule.NotEmpty()
            .WithMessage("Indiquez le premier jour")
            .InclusiveBetween(today.AddYears(-20), today.AddYears(2))
            .WithMessage("Le premier jour est trop loin d’aujourd’hui\u00A0: vérifiez l’année");

    public static IRuleBuilderOptions<T, string?> AtMost<T>(
        this IRuleBuilder<T, string?> rule,
        int length,
        string what
    ) => rule.MaximumLength(length).WithMessage($"Raccourcissez {what} à {{MaxLength}} caractères");

    /// <summary>What was typed, or null when nothing was.</summary>
    public static string? OrNull(this string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    [GeneratedRegex(@"^[^@\s<>,;:""]+@[^@\s<>,;:""]+\.[^@\s<>,;:"".]+\z")]
    private static partial Regex Email();
}
