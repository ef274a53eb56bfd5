using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Assessments;
using CaseNumerique.Labelling.Features.LabelApplications;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Visits;

[AuditedAs("Visite annulée")]
internal static class CancelVisit
{
    public sealed record Command : IRequest<Unit>
    {
        public Guid Id { get; init; }
        public string Reason { get; init; } = "";
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(LabellingDbContext db, FileCheck check)
        {
            RuleFor(c => c.Id).MustBeForItsAssessor(check, FileWork.Follow);
            RuleFor(c => c.Reason)
                .NotEmpty()
                .WithMessage("Dites à l’espace pourquoi la visite n’a pas lieu.")
                .MaximumLength(SiteVisit.WordsMaxLength)
                .WithMessage("Résumez en {MaxLength} caractères.")
                .MustAsync(
                    (c, _, ct) => db.Visits.AnyAsync(v => v.ApplicationId == c.Id && v.Status < VisitStatus.Done, ct)
                )
                .WithMessage("Il n’y a plus de visite à annuler.");
        }
    }

    public sealed class Handler(LabellingDbContext db, ICurrentUser user, TimeProvider clock)
        : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var file = await db.Applications.SingleAsync(a => a.Id == command.Id, cancellationToken);
            var visit = (await db.OpenVisitAsync(file.Id, cancellationToken))!;
            visit.Cancel(command.Reason.Trim());
            db.Tell(file, FileNews.VisitCancelled, user, clock.UtcNow, command.Reason.Trim());
            await db.SaveFileAsync(cancellationToken);
            return Unit.Value;
        }
    }

    [Authorize(Policies.Assess)]
    public sealed class Page(LabellingDbContext db) : FilePage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public async Task<IActionResult> OnGetAsync(Guid id) => await LoadAsync(id) ? Page() : NotFound();

        public async Task<IActionResult> OnPostAsync(Guid id) =>
            await LoadAsync(id)
                ? await SendThenRedirectAsync(
                    Form with
                    {
                        Id = id,
                    },
                    _ => $"{FileUrl}/visite",
                    "La visite est annulée. L’espace en est averti."
                )
                : NotFound();

        private async Task<bool> LoadAsync(Guid id) =>
            await FindAsync(id) && await db.OpenVisitAsync(id, HttpContext.RequestAborted) is not null;
    }
}
