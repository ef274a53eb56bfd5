using CaseNumerique.Contracts.Events;
using CaseNumerique.Events.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Events.Features.Gatherings;

internal static class PublishGathering
{
    /// <summary>Answers with the slug of the gathering.</summary>
    public sealed record Command : IRequest<string>
    {
        public int? Edition { get; init; }
        public string? Title { get; init; }
        public DateOnly? StartsOn { get; init; }

        /// <summary>Null when it lasts one day.</summary>
        public DateOnly? EndsOn { get; init; }

        public string? Place { get; init; }
        public Guid? HostId { get; init; }
        public string? Presentation { get; init; }
        public int? Capacity { get; init; }
        public DateOnly? RegistrationOpensOn { get; init; }
        public DateOnly? RegistrationClosesOn { get; init; }
        public string? Agenda { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(EventsDbContext db)
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

        private static int DaysOf(Command command) =>
            command.StartsOn is { } first && command.EndsOn is { } last ? last.DayNumber - first.DayNumber + 1 : 1;

        private static void CheckAgenda(string? text, ValidationContext<Command> context)
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

    public sealed class Handler(EventsDbContext db) : IRequestHandler<Command, string>
    {
        public async Task<string> Handle(Command command, CancellationToken cancellationToken)
        {
            var gathering = new Gathering
            {
                Edition = command.Edition!.Value,
                Title = command.Title!.Trim(),
                Slug = FrenchText.Slug(command.Title),
                StartsOn = command.StartsOn!.Value,
                EndsOn = command.EndsOn ?? command.StartsOn.Value,
                Place = command.Place!.Trim(),
                HostId = command.HostId,
                Presentation = command.Presentation!.Trim().ReplaceLineEndings("\n"),
                Capacity = command.Capacity!.Value,
                RegistrationOpensOn = command.RegistrationOpensOn,
                RegistrationClosesOn = command.RegistrationClosesOn,
                Agenda = [.. AgendaLines.Read(command.Agenda).Items],
            };
            db.Add(gathering);
            db.Announce(
                new GatheringPublished(
                    gathering.Id,
                    gathering.Edition,
                    gathering.Title,
                    gathering.Slug,
                    gathering.StartsOn,
                    gathering.EndsOn,
                    gathering.HostId
                ),
                gathering.Id
            );

            await db.SaveChangesAsync(cancellationToken);
            return gathering.Slug;
        }
    }

    [Authorize(Policies.Organise)]
    public sealed class Page(EventsDbContext db) : SlicePage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public IReadOnlyList<SelectListItem> Hosts { get; private set; } = [];

        public async Task OnGetAsync()
        {
            var last = await db.Gatherings.MaxAsync(g => (int?)g.Edition, HttpContext.RequestAborted) ?? 0;
            Form = new()
            {
                Edition = last + 1,
                Title = $"{GatheringWords.Ordinal(last + 1)} rencontre des animateurs numériques",
            };
            await LoadAsync();
        }

        public async Task<IActionResult> OnPostAsync()
        {
            if (!ModelState.IsValid)
            {
                // What could not be read as a number or a date must not pass for an empty answer.
                await LoadAsync();
                return Page();
            }

            return await SendThenRedirectAsync(
                Form,
                slug => $"/rencontres/{slug}",
                "La rencontre est publiée.",
                LoadAsync
            );
        }

        private async Task LoadAsync() => Hosts = await db.Epns.ToChoicesAsync(HttpContext.RequestAborted);
    }
}
