using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Assessments;
using CaseNumerique.Labelling.Features.Completions;
using CaseNumerique.Labelling.Features.LabelApplications;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Visits;

/// <summary>One side chooses among the days that the other has proposed: the visit is confirmed.</summary>
[AuditedAs("Visite confirmée")]
internal static class ConfirmVisit
{
    public sealed record Command : IRequest<Unit>
    {
        public Guid Id { get; init; }
        public bool IsByEpn { get; init; }
        public Guid? SlotId { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(LabellingDbContext db, FileCheck assessors, ApplicantCheck applicants, TimeProvider clock)
        {
            RuleFor(c => c.Id).MustBeForASide(assessors, applicants, c => c.IsByEpn);
            RuleFor(c => c.SlotId)
                .Cascade(CascadeMode.Stop)
                .NotNull()
                .WithMessage("Choisissez une date.")
                .MustAsync(
                    async (c, id, ct) =>
                        await db.OpenVisitAsync(c.Id, ct) is { } visit
                        && visit.Status == (c.IsByEpn ? VisitStatus.Proposed : VisitStatus.Countered)
                        && visit.Slots.Any(s => s.Id == id)
                )
                .WithMessage("Ces dates ont changé. Relisez celles qui sont proposées maintenant.")
                .MustAsync(
                    async (c, id, ct) =>
                        (await db.OpenVisitAsync(c.Id, ct))!.Slots.Single(s => s.Id == id).StartsAt > clock.UtcNow
                )
                .WithMessage("Cette date est passée : choisissez-en une autre, ou proposez d’autres dates.");
        }
    }

    public sealed class Handler(LabellingDbContext db, ICurrentUser user, TimeProvider clock)
        : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var file = await db.Applications.SingleAsync(a => a.Id == command.Id, cancellationToken);
            var visit = (await db.OpenVisitAsync(file.Id, cancellationToken))!;
            visit.Confirm(visit.Slots.Single(s => s.Id == command.SlotId).StartsAt);
            var day = NoumeaTime.DayOf(visit.StartsAt!.Value);
            var when = $"{FrenchText.DateInFull(day)} à {FrenchText.Hour(visit.StartsAt.Value)}.";
            db.Tell(file, FileNews.VisitConfirmed, user, clock.UtcNow, $"Le {when}");
            await db.SaveFileAsync(cancellationToken);
            return Unit.Value;
        }
    }

    [Authorize(Policies.ReadFile)]
    public sealed class Page(LabellingDbContext db) : FilePage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public SiteVisit Visit { get; private set; } = null!;

        public async Task<IActionResult> OnGetAsync(Guid id) => await LoadAsync(id) ? Page() : NotFound();

        public async Task<IActionResult> OnPostAsync(Guid id) =>
            await LoadAsync(id)
                ? await SendThenRedirectAsync(
                    Form with
                    {
                        Id = id,
                        IsByEpn = !User.IsEcoNum,
                    },
                    _ => $"{FileUrl}/visite",
                    "La visite est confirmée. Les deux côtés reçoivent la date."
                )
                : NotFound();

        private async Task<bool> LoadAsync(Guid id)
        {
            if (
                !await FindAsync(id)
                || !(User.IsEcoNum || MayApply)
                || await db.OpenVisitAsync(id, HttpContext.RequestAborted) is not { } visit
            )
            {
                return false;
            }

            Visit = visit;
            return true;
        }
    }
}
