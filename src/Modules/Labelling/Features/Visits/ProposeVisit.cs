using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Assessments;
using CaseNumerique.Labelling.Features.LabelApplications;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Visits;

/// <summary>One side proposes days for a visit, the other chooses; also when a confirmed visit must move.</summary>
[AuditedAs("Dates de visite proposées")]
internal static class ProposeVisit
{
    public const int DefaultMinutes = 120;

    public sealed record Slot
    {
        public DateOnly? On { get; init; }
        public TimeOnly? Hour { get; init; }

        public bool IsEmpty => On is null && Hour is null;

        public DateTime? StartsAt => On is { } day && Hour is { } hour ? NoumeaTime.ToUtc(day, hour) : null;
    }

    public sealed record Command : IRequest<Unit>
    {
        public Guid Id { get; init; }

        /// <summary>Set from who proposes.</summary>
        public bool IsByEpn { get; init; }

        // MVC fills a list that is there, and cannot fill a read-only one. Empty slots are ignored.
        public List<Slot> Slots { get; init; } = [];
        public int Minutes { get; init; } = DefaultMinutes;
        public string? Words { get; init; }
    }

    public sealed class Handler(LabellingDbContext db, ICurrentUser user, TimeProvider clock)
        : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var file = await db.Applications.SingleAsync(a => a.Id == command.Id, cancellationToken);
            var visit = await db.OpenVisitAsync(file.Id, cancellationToken);
            if (visit is null)
            {
                visit = new SiteVisit { ApplicationId = file.Id, Minutes = command.Minutes };
                db.Visits.Add(visit);
            }

            if (!command.IsByEpn)
            {
                visit.Minutes = command.Minutes;
            }

            var words = string.IsNullOrWhiteSpace(command.Words) ? null : command.Words.Trim();
            visit.Propose(command.Slots.Select(s => s.StartsAt).OfType<DateTime>(), command.IsByEpn, words);
            var news = command.IsByEpn ? FileNews.VisitCountered : FileNews.VisitProposed;
            db.Tell(file, news, user, clock.UtcNow);
            await db.SaveFileAsync(cancellationToken);
            return Unit.Value;
        }
    }

    [Authorize(Policies.ReadFile)]
    public sealed class Page(LabellingDbContext db) : FilePage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public SiteVisit? Visit { get; private set; }

        public bool IsByEpn => !User.IsEcoNum;

        public async Task<IActionResult> OnGetAsync(Guid id)
        {
            if (!await LoadAsync(id))
            {
                return NotFound();
            }

            Form = new Command
            {
                Slots = [.. Enumerable.Range(0, SiteVisit.MaxSlots).Select(_ => new Slot())],
                Minutes = Visit?.Minutes ?? DefaultMinutes,
                Words = IsByEpn ? null : Visit?.Preparation,
            };
            return Page();
        }

        public async Task<IActionResult> OnPostAsync(Guid id) =>
            await LoadAsync(id)
                ? await SendThenRedirectAsync(
                    Form with
                    {
                        Id = id,
                        IsByEpn = IsByEpn,
                    },
                    _ => $"{FileUrl}/visite",
                    IsByEpn
                        ? "Vos dates sont envoyées à la personne qui suit le dossier."
                        : "Les dates sont envoyées à l’espace."
                )
                : NotFound();

        private async Task<bool> LoadAsync(Guid id)
        {
            if (!await FindAsync(id) || !(User.IsEcoNum || MayApply))
            {
                return false;
            }

            Visit = await db.OpenVisitAsync(id, HttpContext.RequestAborted);
            return true;
        }
    }
}
