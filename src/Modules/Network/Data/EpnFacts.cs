using FluentValidation;

namespace CaseNumerique.Network.Data;

/// <summary>What an EPN says of itself, as it is typed.</summary>
internal interface IEpnFacts
{
    string? Address { get; }
    string? Position { get; }
    string? Phone { get; }
    string? Email { get; }
    string? OpeningHours { get; }
    string? Presentation { get; }
}

internal sealed class EpnFactsValidator : AbstractValidator<IEpnFacts>
{
    public EpnFactsValidator()
    {
        RuleFor(c => c.Position)
            .Must(typed => string.IsNullOrWhiteSpace(typed) || Position.Read(typed) is not null)
            .WithMessage("Écrivez la latitude puis la longitude d’un lieu du pays, comme -20.689, 164.946");
        RuleFor(c => c.Address).AtMost(Epn.AddressMaxLength, "l’adresse");
        RuleFor(c => c.OpeningHours).AtMost(Epn.OpeningHoursMaxLength, "les horaires");
        RuleFor(c => c.Presentation).AtMost(Epn.PresentationMaxLength, "la présentation");
        RuleFor(c => c.Phone).MustBePhone();
        RuleFor(c => c.Email).MustBeEmail();
    }
}
