using CaseNumerique.Events.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Events.Features.Gatherings;

/// <summary>What <see cref="PublishGathering"/> refuses; apart from the slice for its length only.</summary>
internal sealed class PublishGatheringValidator : AbstractValidator<PublishGathering.Command>
{
    public PublishGatheringValidator(EventsDbContext db)
    {
        RuleLevelCascadeMode = CascadeMode.Stop;
        RuleFor(c => c.Edition)
            .Must(edition => edition is >= 1 and <= Gathering.MaxEdition)
            .WithMessage("Indiquez le numéro de l’édition, comme 10")
            .MustAsync(async (edition, ct) => !await db.Gatherings.AnyAsync(g => g.Edition == edition, ct))
            .WithMessage("Cette édition est déjà publiée : prenez le numéro suivant");
        RuleFor(c => c.Title)
            .Must(title => FrenchText.Slug(title ?? "").Length > 0)
            .WithMessage("Donnez un titre à la rencontre")
            .MaximumLength(Gathering.TitleMaxLength)
            .WithMessage(TooLong)
            .MustAsync(
                async (title, ct) =>
                {
                    var slug = FrenchText.Slug(title!);
                    return !await db.Gatherings.AnyAsync(g => g.Slug == slug, ct);
                }
            )
            .WithMessage("Une rencontre porte déjà ce titre : ajoutez le numéro de l’édition");
        RuleFor(c => c.StartsOn).NotNull().WithMessage("Indiquez le premier jour");
        RuleFor(c => c.EndsOn)
            .Must((command, end) => end is null || command.StartsOn is null || end >= command.StartsOn)
            .WithMessage("Le dernier jour ne vient pas avant le premier")
            .Must((command, _) => DaysOf(command) <= Gathering.MaxDays)
            .WithMessage($"Une rencontre dure {Gathering.MaxDays} jours au plus : vérifiez les deux dates");
        RuleFor(c => c.Place)
            .NotEmpty()
            .WithMessage("Dites où l’on se retrouve")
            .MaximumLength(Gathering.PlaceMaxLength)
            .WithMessage(TooLong);
        RuleFor(c => c.HostId)
            .MustAsync(async (id, ct) => id is null || await db.Epns.AnyAsync(e => e.Id == id && !e.IsClosed, ct))
            .WithMessage("Choisissez un espace ouvert de la liste");
        RuleFor(c => c.Presentation)
            .NotEmpty()
            .WithMessage("Présentez la rencontre en quelques phrases")
            .MaximumLength(Gathering.PresentationMaxLength)
            .WithMessage(TooLong);
        RuleFor(c => c.Capacity)
            .Must(places => places is >= 1 and <= Gathering.MaxCapacity)
            .WithMessage($"Indiquez le nombre de places, de 1 à {FrenchText.Number(Gathering.MaxCapacity)}");
        RuleFor(c => c.RegistrationClosesOn)
            .Must((command, closes) => closes is null || !(closes < command.RegistrationOpensOn))
            .WithMessage("Les inscriptions ne se terminent pas avant d’ouvrir")
            .Must((command, closes) => closes is null || !(closes > (command.EndsOn ?? command.StartsOn)))
            .WithMessage("Les inscriptions se terminent au plus tard le dernier jour de la rencontre");
        RuleFor(c => c.Agenda).Custom(CheckAgenda);
    }

    private const string TooLong = "Écrivez {MaxLength} caractères au plus, au lieu de {TotalLength}";

    private static int DaysOf(PublishGathering.Command command) =>
        command.StartsOn is { } first && command.EndsOn is { } last ? last.DayNumber - first.DayNumber + 1 : 1;

    private static void CheckAgenda(string? text, ValidationContext<PublishGathering.Command> context)
    {
        var agenda = AgendaLines.Read(text);
        foreach (var error in agenda.Errors)
        {
            context.AddFailure(error);
        }

        var days = DaysOf(context.InstanceToValidate);
        if (agenda.Errors.Count == 0 && days >= 1 && agenda.LastDay > days)
        {
            context.AddFailure(
                $"Le programme va jusqu’au jour {agenda.LastDay}, la rencontre dure {FrenchText.Count(days, "jour")}"
            );
        }
    }
}
