using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.LabelApplications;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Assessments;

/// <summary>Nothing is missing: the time within which the opinion is promised begins.</summary>
[AuditedAs("Dossier déclaré complet")]
internal static class AdmitFile
{
    public sealed record Command : IRequest<Unit>
    {
        public Guid Id { get; init; }
        public int Version { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(FileCheck check) =>
            RuleFor(c => c.Id).MustBeForItsAssessor(check, FileWork.Of(ApplicationMove.Admit));
    }

    public sealed class Handler(LabellingDbContext db, ICurrentUser user, TimeProvider clock)
        : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var file = await db.Applications.SingleAsync(a => a.Id == command.Id, cancellationToken);
            db.Entry(file).Property(f => f.Version).OriginalValue = command.Version;
            file.AdmittedAt = clock.UtcNow;
            file.OpinionDueOn = await db.OpinionDueAsync(clock.Today, cancellationToken);
            db.Make(file, ApplicationMove.Admit, user, clock.UtcNow);
            await db.SaveFileAsync(cancellationToken);
            return Unit.Value;
        }
    }

    [Authorize(Policies.Assess)]
    public sealed class Page(LabellingDbContext db, TimeProvider clock) : FilePage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public DateOnly DueOn { get; private set; }

        public async Task<IActionResult> OnGetAsync(Guid id)
        {
            if (!await FindAsync(id))
            {
                return NotFound();
            }

            Form = new Command { Version = Application.Version };
            await LoadAsync();
            return Page();
        }

        public async Task<IActionResult> OnPostAsync(Guid id) =>
            await FindAsync(id)
                ? await SendThenRedirectAsync(
                    Form with
                    {
                        Id = id,
                    },
                    _ => $"{FileUrl}/notation",
                    "Le dossier est complet, et en instruction. L’espace en est averti.",
                    LoadAsync
                )
                : NotFound();

        private async Task LoadAsync() => DueOn = await db.OpinionDueAsync(clock.Today, HttpContext.RequestAborted);
    }

    /// <summary>So many working days after the admission, as the rules in force promise.</summary>
    private static async Task<DateOnly> OpinionDueAsync(
        this LabellingDbContext db,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        var rules = await db.ProcedureRules.AsNoTracking().InForceAsync(cancellationToken);
        var calendar = await db.Holidays.WorkingDaysAsync(cancellationToken);
        return calendar.After(today, rules.AssessmentWorkingDays);
    }
}
