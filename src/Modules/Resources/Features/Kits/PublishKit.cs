using System.Linq.Expressions;
using CaseNumerique.Contracts.Resources;
using CaseNumerique.Resources.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Resources.Features.Kits;

internal static class PublishKit
{
    /// <summary>Answers with the slug of the kit.</summary>
    public sealed record Command : IRequest<string>
    {
        public string? Title { get; init; }
        public string? Summary { get; init; }
        public string? Objectives { get; init; }
        public string? Audience { get; init; }
        public int? MinPeople { get; init; }
        public int? MaxPeople { get; init; }
        public int? Minutes { get; init; }
        public string? Material { get; init; }
        public bool IsOfflinePossible { get; init; }
        public string? Steps { get; init; }
        public string LicenceCode { get; init; } = Licence.Default.Code;
        public Guid? AuthorId { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(ResourcesDbContext db)
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

        private void Written(Expression<Func<Command, string?>> field, int maxLength, string whenMissing) =>
            RuleFor(field).NotEmpty().WithMessage(whenMissing).MaximumLength(maxLength).WithMessage(TooLong);

        private static void CheckSteps(string? text, ValidationContext<Command> context)
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

    public sealed class Handler(ResourcesDbContext db, TimeProvider clock) : IRequestHandler<Command, string>
    {
        public async Task<string> Handle(Command command, CancellationToken cancellationToken)
        {
            var kit = new WorkshopKit
            {
                Title = command.Title!.Trim(),
                Slug = FrenchText.Slug(command.Title),
                Summary = command.Summary!.Trim(),
                Objectives = command.Objectives!.Trim().ReplaceLineEndings("\n"),
                Audience = command.Audience!.Trim(),
                MinPeople = command.MinPeople!.Value,
                MaxPeople = command.MaxPeople!.Value,
                Minutes = command.Minutes!.Value,
                Material = (command.Material ?? "").Trim(),
                IsOfflinePossible = command.IsOfflinePossible,
                LicenceCode = command.LicenceCode,
                AuthorId = command.AuthorId,
                PublishedOn = clock.Today,
                SearchText = FrenchText.Fold(
                    $"{command.Title} {command.Summary} {command.Objectives} {command.Audience}"
                ),
                Steps = [.. StepLines.Read(command.Steps).Steps],
            };
            db.Add(kit);
            db.Announce(new KitPublished(kit.Id, kit.Title, kit.Slug, kit.AuthorId, kit.PublishedOn), kit.Id);

            await db.SaveChangesAsync(cancellationToken);
            return kit.Slug;
        }
    }

    [Authorize(Policies.Publish)]
    public sealed class Page(ResourcesDbContext db) : SlicePage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public IReadOnlyList<SelectListItem> Authors { get; private set; } = [];

        public Task OnGetAsync() => LoadAsync();

        public async Task<IActionResult> OnPostAsync()
        {
            if (!ModelState.IsValid)
            {
                // What could not be read as a number must not pass for an empty answer.
                await LoadAsync();
                return Page();
            }

            return await SendThenRedirectAsync(
                Form,
                slug => $"/ateliers/{slug}",
                "L’atelier est publié. Tout le réseau peut le reprendre.",
                LoadAsync
            );
        }

        private async Task LoadAsync() => Authors = await db.Epns.ToChoicesAsync(HttpContext.RequestAborted);
    }
}
