using System.Linq.Expressions;
using CaseNumerique.Resources.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Resources.Features.Kits;

/// <summary>What <see cref="PublishKit"/> refuses; apart from the slice for its length only.</summary>
internal sealed class PublishKitValidator : AbstractValidator<PublishKit.Command>
{
    public PublishKitValidator(ResourcesDbContext db)
    {
        RuleLevelCascadeMode = CascadeMode.Stop;
        RuleFor(c => c.Title)
            .Must(title => FrenchText.Slug(title ?? "").Length > 0)
            .WithMessage("Donnez un titre à l’atelier")
            .MaximumLength(WorkshopKit.TitleMaxLength)
            .WithMessage(TooLong)
            .MustAsync(
                async (title, ct) =>
                {
                    var slug = FrenchText.Slug(title!);
                    return !await db.Kits.AnyAsync(k => k.Slug == slug, ct);
                }
            )
            .WithMessage("Un atelier porte déjà ce titre : ajoutez ce qui distingue le vôtre");
        Written(c => c.Summary, WorkshopKit.SummaryMaxLength, "Résumez l’atelier en une ou deux phrases");
        Written(c => c.Objectives, WorkshopKit.ObjectivesMaxLength, "Dites ce que chacun saura faire à la fin");
        Written(c => c.Audience, WorkshopKit.AudienceMaxLength, "Dites à qui l’atelier s’adresse");
        RuleFor(c => c.MinPeople)
            .Must(people => people is >= 1 and <= WorkshopKit.MaxGroup)
            .WithMessage($"Indiquez le plus petit groupe possible, de 1 à {WorkshopKit.MaxGroup} personnes");
        RuleFor(c => c.MaxPeople)
            .Must(people => people is >= 1 and <= WorkshopKit.MaxGroup)
            .WithMessage($"Indiquez le plus grand groupe possible, de 1 à {WorkshopKit.MaxGroup} personnes")
            .Must((command, people) => command.MinPeople is not { } fewest || people >= fewest)
            .WithMessage("Le plus grand groupe compte au moins autant de personnes que le plus petit");
        RuleFor(c => c.Minutes)
            .Must(minutes => minutes is >= WorkshopKit.MinMinutes and <= WorkshopKit.MaxMinutes)
            .WithMessage($"Indiquez la durée, de {WorkshopKit.MinMinutes} à {WorkshopKit.MaxMinutes} minutes");
        RuleFor(c => c.Material).MaximumLength(WorkshopKit.MaterialMaxLength).WithMessage(TooLong);
        RuleFor(c => c.LicenceCode)
            .Must(code => Licence.All.Any(l => l.Code == code))
            .WithMessage("Choisissez une licence de la liste");
        RuleFor(c => c.AuthorId)
            .MustAsync(async (id, ct) => id is null || await db.Epns.AnyAsync(e => e.Id == id && !e.IsClosed, ct))
            .WithMessage("Choisissez un espace ouvert de la liste");
        RuleFor(c => c.Steps).Custom(CheckSteps);
    }

    private const string TooLong = "Écrivez {MaxLength} caractères au plus, au lieu de {TotalLength}";

    private void Written(Expression<Func<PublishKit.Command, string?>> field, int maxLength, string whenMissing) =>
        RuleFor(field).NotEmpty().WithMessage(whenMissing).MaximumLength(maxLength).WithMessage(TooLong);

    private static void CheckSteps(string? text, ValidationContext<PublishKit.Command> context)
    {
        var read = StepLines.Read(text);
        foreach (var error in read.Errors)
        {
            context.AddFailure(error);
        }

        if (
            read.Errors.Count == 0
            && context.InstanceToValidate.Minutes is { } announced
            && !WorkshopKit.IsFilled(announced, read.Minutes)
        )
        {
            context.AddFailure(
                $"Les étapes durent {FrenchText.Duration(read.Minutes)} en tout,"
                    + $" pour {FrenchText.Duration(announced)} annoncées : l’écart ne dépasse pas 10 %"
            );
        }
    }
}
