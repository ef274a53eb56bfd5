using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Assessments;
using CaseNumerique.Labelling.Features.LabelApplications;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Completions;

/// <summary>An administrator takes up again a file that was put aside.</summary>
[AuditedAs("Dossier rouvert")]
internal static class ReopenFile
{
    public sealed record Command : IRequest<Unit>
    {
        public Guid Id { get; init; }
        public string Reason { get; init; } = "";
        public int Version { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(LabellingDbContext db, FileCheck check)
        {
            RuleFor(c => c.Id).MustBeForSomebodyImpartial(check, FileWork.Of(ApplicationMove.Reopen));
            RuleFor(c => c.Reason)
                .NotEmpty()
                .WithMessage("Indiquez le motif : il reste dans l’histoire du dossier, que l’espace lit.")
                .MaximumLength(LabelApplication.ReasonMaxLength)
                .WithMessage("Résumez le motif en {MaxLength} caractères.")
                .MustAsync(
                    async (c, _, ct) =>
                        !await db.Applications.AnyAsync(
                            a =>
                                a.Id != c.Id
                                && a.Status < ApplicationStatus.Granted
                                && db.Applications.Any(f => f.Id == c.Id && f.EpnId == a.EpnId && f.Kind == a.Kind),
                            ct
                        )
                )
                .WithMessage("L’espace a commencé un autre dossier depuis : traitez celui-là.");
        }
    }

    public sealed class Handler(LabellingDbContext db, ICurrentUser user, TimeProvider clock)
        : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var file = await db.Applications.SingleAsync(a => a.Id == command.Id, cancellationToken);
            db.Entry(file).Property(f => f.Version).OriginalValue = command.Version;
            file.CompletionDueOn = null;
            db.Make(file, ApplicationMove.Reopen, user, clock.UtcNow, command.Reason.Trim());
            await db.RestoreContinuityAsync(file, user, clock, cancellationToken);
            await db.SaveFileAsync(cancellationToken);
            return Unit.Value;
        }
    }

    [Authorize(Policies.Decide)]
    public sealed class Page : FilePage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public async Task<IActionResult> OnGetAsync(Guid id)
        {
            if (!await FindAsync(id))
            {
                return NotFound();
            }

            Form = new Command { Version = Application.Version };
            return Page();
        }

        public async Task<IActionResult> OnPostAsync(Guid id) =>
            await FindAsync(id)
                ? await SendThenRedirectAsync(
                    Form with
                    {
                        Id = id,
                    },
                    _ => FileUrl,
                    "Le dossier est rouvert. L’espace en est averti."
                )
                : NotFound();
    }
}
