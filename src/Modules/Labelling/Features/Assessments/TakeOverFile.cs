using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.LabelApplications;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Assessments;

/// <summary>A person of ÉcoNum follows a filed file from now on.</summary>
[AuditedAs("Dossier pris en charge")]
internal static class TakeOverFile
{
    public sealed record Command : IRequest<Unit>
    {
        public Guid Id { get; init; }

        /// <summary>The version the person was looking at.</summary>
        public int Version { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(FileCheck check) =>
            RuleFor(c => c.Id).MustBeForSomebodyImpartial(check, FileWork.Of(ApplicationMove.TakeOver));
    }

    public sealed class Handler(LabellingDbContext db, ICurrentUser user, TimeProvider clock)
        : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var file = await db.Applications.SingleAsync(a => a.Id == command.Id, cancellationToken);
            db.Entry(file).Property(f => f.Version).OriginalValue = command.Version;
            file.AssessorId = user.Id;
            file.AssessorName = user.Name;
            file.AssessorEmail = user.Email;
            db.Make(file, ApplicationMove.TakeOver, user, clock.UtcNow);
            await db.SaveFileAsync(cancellationToken);
            return Unit.Value;
        }
    }

    [Authorize(Policies.Assess)]
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
                    "Vous suivez ce dossier. L’espace reçoit votre nom."
                )
                : NotFound();
    }
}
