using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.LabelApplications;

/// <summary>An agent lets an EPN file without a RIDET, with reasons: a structure that is being founded has none yet.</summary>
[AuditedAs("Dispense de RIDET accordée")]
internal static class WaiveRidet
{
    /// <summary>Answers with the file.</summary>
    public sealed record Command : IRequest<Guid>
    {
        public Guid? Id { get; init; }
        public string Reason { get; init; } = "";
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        // The column of the entity has the length of all that have none of their own.
        private const int ReasonMaxLength = 400;

        public Validator(LabellingDbContext db)
        {
            RuleFor(c => c.Id)
                .NotEmpty()
                .WithMessage("Choisissez un espace.")
                .MustAsync((id, ct) => db.Applications.WithoutRidet().AnyAsync(a => a.Id == id, ct))
                .WithMessage("La demande de cet espace ne change plus, ou son RIDET est connu.");
            RuleFor(c => c.Reason)
                .NotEmpty()
                .WithMessage("Indiquez pourquoi l’espace est dispensé\u00A0: il le lira dans sa demande.")
                .MaximumLength(ReasonMaxLength)
                .WithMessage("Résumez en {MaxLength} caractères.");
        }
    }

    /// <summary>Files that may still change, and wait for a number.</summary>
    private static IQueryable<LabelApplication> WithoutRidet(this IQueryable<LabelApplication> files) =>
        files.Where(a =>
            (a.Status == ApplicationStatus.Draft || a.Status == ApplicationStatus.ToComplete)
            && a.Ridet == null
            && a.RidetWaiver == null
        );

    public sealed class Handler(LabellingDbContext db, ICurrentUser user, TimeProvider clock)
        : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command command, CancellationToken cancellationToken)
        {
            var file = await db.Applications.SingleAsync(a => a.Id == command.Id, cancellationToken);
            file.RidetWaiver = command.Reason.Trim();
            file.Touch();
            db.ApplicationEvents.Add(
                ApplicationEvent.Of(
                    file,
                    "dispense-ridet",
                    "Dispense de RIDET accordée",
                    user,
                    clock.UtcNow,
                    file.RidetWaiver
                )
            );
            await db.SaveMoveAsync(nameof(Command.Reason), cancellationToken);
            return file.Id;
        }
    }

    [Authorize(Policies.Assess)]
    public sealed class Page(LabellingDbContext db) : SlicePage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public IReadOnlyList<SelectListItem> Files { get; private set; } = [];

        public Task OnGetAsync() => LoadAsync();

        public Task<IActionResult> OnPostAsync() =>
            SendThenRedirectAsync(
                Form,
                _ => "/gestion/labellisation/demandes",
                "L’espace peut déposer sans RIDET.",
                LoadAsync
            );

        private async Task LoadAsync() =>
            Files = await db
                .Applications.AsNoTracking()
                .WithoutRidet()
                .Join(db.Epns, a => a.EpnId, e => e.Id, (a, e) => new { a.Id, Epn = e })
                .OrderBy(x => x.Epn.SearchText)
                .Select(x => new SelectListItem(x.Epn.Name + ", " + x.Epn.Commune, x.Id.ToString()))
                .ToListAsync(HttpContext.RequestAborted);
    }
}
