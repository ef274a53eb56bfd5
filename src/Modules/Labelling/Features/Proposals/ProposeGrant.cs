using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Labels;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Proposals;

/// <summary>Proposes that an EPN receive the label.</summary>
[AuditedAs("Octroi du label proposé")]
internal static class ProposeGrant
{
    /// <summary>Answers with the id of the proposal.</summary>
    public sealed record Command : IRequest<Guid>
    {
        public Guid? EpnId { get; init; }
        public DateOnly? StartsOn { get; init; }
        public string Reason { get; init; } = "";
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(LabellingDbContext db, Impartiality impartiality, TimeProvider clock)
        {
            RuleFor(c => c.EpnId)
                .Cascade(CascadeMode.Stop)
                .NotEmpty()
                .WithMessage("Choisissez un espace.")
                .MustAsync((id, ct) => db.Epns.AnyAsync(e => e.Id == id && e.ClosedOn == null, ct))
                .WithMessage("Cet espace n’est pas connu, ou il a fermé.")
                .MustAsync(async (id, ct) => !await db.Labels.Held().AnyAsync(l => l.EpnId == id, ct))
                .WithMessage("Cet espace a déjà un label en cours.")
                .MustBeFreeToPropose(db, impartiality);

            RuleFor(c => c.StartsOn)
                .NotEmpty()
                .WithMessage("Indiquez le premier jour de validité.")
                .Must(day => day is null || day <= clock.Today.AddYears(1))
                .WithMessage("Le premier jour est à plus d’un an : vérifiez l’année.")
                .GreaterThan(new DateOnly(2016, 12, 31))
                .WithMessage("Le label est délivré depuis 2017 : vérifiez l’année.");
            RuleFor(c => c.Reason).MustBeAReason();
        }
    }

    public sealed class Handler(LabellingDbContext db, ICurrentUser user, TimeProvider clock)
        : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command command, CancellationToken cancellationToken)
        {
            var proposal = Proposal.By(
                user,
                clock.UtcNow,
                command.EpnId!.Value,
                labelId: null,
                LabelAct.Grant.Path,
                command.Reason.Trim(),
                command.StartsOn
            );
            db.Proposals.Add(proposal);
            await db.SaveProposalAsync(nameof(Command.EpnId), cancellationToken);
            return proposal.Id;
        }
    }

    [Authorize(Policies.Assess)]
    public sealed class Page(LabellingDbContext db, TimeProvider clock) : SlicePage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public IReadOnlyList<SelectListItem> Epns { get; private set; } = [];

        public async Task OnGetAsync(Guid? espace)
        {
            Form = Form with { EpnId = espace, StartsOn = clock.Today };
            await LoadAsync();
        }

        public Task<IActionResult> OnPostAsync() =>
            SendThenRedirectAsync(
                Form,
                id => $"/gestion/labellisation/propositions/{id}",
                "La proposition est enregistrée. Une autre personne décide.",
                LoadAsync
            );

        private async Task LoadAsync() =>
            Epns = await db
                .Epns.AsNoTracking()
                .Where(e => e.ClosedOn == null)
                .Where(e => !db.Labels.Held().Any(l => l.EpnId == e.Id))
                .Where(e => !db.Proposals.Any(p => p.EpnId == e.Id && p.DecidedAt == null))
                .OrderBy(e => e.SearchText)
                .Select(e => new SelectListItem(e.Name + ", " + e.Commune, e.Id.ToString()))
                .ToListAsync(HttpContext.RequestAborted);
    }
}
