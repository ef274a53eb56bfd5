using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.LabelApplications;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Assessments;

/// <summary>An administrator gives a file to somebody: for the first time, or because who followed it cannot any longer.</summary>
[AuditedAs("Dossier confié")]
internal static class AssignFile
{
    public sealed record Command : IRequest<Unit>
    {
        public Guid Id { get; init; }
        public Guid? AssessorId { get; init; }
        public string Reason { get; init; } = "";
        public int Version { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(LabellingDbContext db, FileCheck check)
        {
            RuleFor(c => c.Id).MustBeForSomebodyImpartial(check, FileWork.Assign);
            RuleFor(c => c.AssessorId)
                .Cascade(CascadeMode.Stop)
                .NotEmpty()
                .WithMessage("Choisissez une personne.")
                .MustAsync((id, ct) => db.Staff.Assessors().AnyAsync(s => s.Id == id, ct))
                .WithMessage("Cette personne ne travaille plus à ÉcoNum. Choisissez-en une autre.")
                .MustAsync(
                    (c, id, ct) => db.Applications.AnyAsync(a => a.Id == c.Id && (a.AssessorId ?? Guid.Empty) != id, ct)
                )
                .WithMessage("Cette personne suit déjà ce dossier.")
                .MustAsync(
                    async (c, id, ct) =>
                    {
                        var epnId = await db
                            .Applications.Where(a => a.Id == c.Id)
                            .Select(a => a.EpnId)
                            .SingleOrDefaultAsync(ct);
                        return await db.ImpartialTo(epnId).AnyAsync(s => s.Id == id, ct);
                    }
                )
                .WithMessage("Cette personne a un intérêt dans cet espace. Choisissez-en une autre.");
            RuleFor(c => c.Reason)
                .NotEmpty()
                .WithMessage("Indiquez le motif : il reste dans l’histoire du dossier.")
                .MaximumLength(LabelApplication.ReasonMaxLength)
                .WithMessage("Résumez le motif en {MaxLength} caractères.");
        }
    }

    public sealed class Handler(LabellingDbContext db, ICurrentUser user, TimeProvider clock)
        : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var file = await db.Applications.SingleAsync(a => a.Id == command.Id, cancellationToken);
            db.Entry(file).Property(f => f.Version).OriginalValue = command.Version;
            var assessor = await db.Staff.SingleAsync(s => s.Id == command.AssessorId, cancellationToken);
            file.AssessorId = assessor.Id;
            file.AssessorName = assessor.Name;
            file.AssessorEmail = assessor.Email;
            if (file.Status is ApplicationStatus.Submitted)
            {
                db.Make(file, ApplicationMove.TakeOver, user, clock.UtcNow, command.Reason.Trim());
            }
            else
            {
                file.Touch();
                db.Tell(file, FileNews.Assigned, user, clock.UtcNow, command.Reason.Trim());
            }

            await db.SaveFileAsync(cancellationToken);
            return Unit.Value;
        }
    }

    [Authorize(Policies.Decide)]
    public sealed class Page(LabellingDbContext db) : FilePage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        /// <summary>Who may be given the file, who has least in hand first.</summary>
        public IReadOnlyList<Workload> Choices { get; private set; } = [];

        public async Task<IActionResult> OnGetAsync(Guid id)
        {
            if (!await FindAsync(id))
            {
                return NotFound();
            }

            await LoadAsync();
            Form = new Command
            {
                Version = Application.Version,
                AssessorId = Choices is [var least, ..] ? least.Member.Id : null,
            };
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
                    "Le dossier est confié. L’espace et la personne en sont avertis.",
                    LoadAsync
                )
                : NotFound();

        private async Task LoadAsync()
        {
            var others = db.ImpartialTo(Application.EpnId).Where(s => s.Id != Application.AssessorId);
            Choices = await db.WorkloadsAsync(others, Epn.Province, HttpContext.RequestAborted);
        }
    }
}
