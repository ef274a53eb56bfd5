using CaseNumerique.Contracts.Resources;
using CaseNumerique.Resources.Data;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CaseNumerique.Resources.Features.Kits;

[AuditedAs("Atelier publié")]
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
                "L’atelier est publié. Tout le réseau peut le reprendre. Vous pouvez y joindre des fichiers.",
                LoadAsync
            );
        }

        private async Task LoadAsync() => Authors = await db.Epns.ToChoicesAsync(HttpContext.RequestAborted);
    }
}
