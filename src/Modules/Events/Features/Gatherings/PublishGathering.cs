using CaseNumerique.Contracts.Events;
using CaseNumerique.Events.Data;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Events.Features.Gatherings;

[AuditedAs("Rencontre publiée")]
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
