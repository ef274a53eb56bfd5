using CaseNumerique.Contracts.Labelling;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Labels;

/// <summary>Enters a label that was granted to an EPN.</summary>
[AuditedAs("Label octroyé")]
internal static class GrantLabel
{
    public sealed record Command : IRequest<string>
    {
        public Guid? EpnId { get; init; }
        public DateOnly? StartsOn { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(LabellingDbContext db, TimeProvider clock)
        {
            RuleFor(c => c.EpnId)
                .Cascade(CascadeMode.Stop)
                .NotEmpty()
                .WithMessage("Choisissez un espace.")
                .MustAsync((id, ct) => db.Epns.AnyAsync(e => e.Id == id && e.ClosedOn == null, ct))
                .WithMessage("Cet espace n’est pas connu, ou il a fermé.")
                .MustAsync(
                    async (id, ct) =>
                        !await db.Labels.AnyAsync(
                            l => l.EpnId == id && l.Status != LabelStatus.Withdrawn && l.Status != LabelStatus.Expired,
                            ct
                        )
                )
                .WithMessage("Cet espace a déjà un label en cours.");

            RuleFor(c => c.StartsOn)
                .NotEmpty()
                .WithMessage("Indiquez le premier jour de validité.")
                .Must(day => day is null || day <= clock.Today.AddYears(1))
                .WithMessage("Le premier jour est à plus d’un an : vérifiez l’année.")
                .GreaterThan(new DateOnly(2016, 12, 31))
                .WithMessage("Le label est délivré depuis 2017 : vérifiez l’année.");
        }
    }

    public sealed class Handler(LabellingDbContext db, ICurrentUser user, TimeProvider clock)
        : IRequestHandler<Command, string>
    {
        public async Task<string> Handle(Command command, CancellationToken cancellationToken)
        {
            var rules = await db.ReminderRules.AsNoTracking().InForceAsync(cancellationToken);
            var last = await db.Labels.MaxAsync(l => (int?)l.Sequence, cancellationToken) ?? 0;
            var label = Label.Grant(
                last + 1,
                command.EpnId!.Value,
                clock.Today,
                command.StartsOn!.Value,
                rules.ValidityMonths,
                user.Name,
                user.Email
            );
            db.Labels.Add(label);
            db.LabelEvents.Add(
                new LabelEvent
                {
                    LabelId = label.Id,
                    At = clock.UtcNow,
                    What = "Label accordé",
                    By = user.Name,
                }
            );
            db.Announce(
                new LabelGranted(label.Id, label.EpnId, label.Number, label.StartsOn, label.ExpiresOn),
                label.Id
            );
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException error) when (error.IsDuplicate())
            {
                const string message = "Un autre label vient de prendre ce numéro. Recommencez.";
                throw new ValidationException([new ValidationFailure(nameof(Command.EpnId), message)]);
            }

            return label.Number;
        }
    }

    [Authorize(Policies.Decide)]
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
                number => $"/gestion/labellisation/labels/{number}",
                "Le label est enregistré.",
                LoadAsync
            );

        private async Task LoadAsync() =>
            Epns = await db
                .Epns.AsNoTracking()
                .Where(e => e.ClosedOn == null)
                .Where(e =>
                    !db.Labels.Any(l =>
                        l.EpnId == e.Id && l.Status != LabelStatus.Withdrawn && l.Status != LabelStatus.Expired
                    )
                )
                .OrderBy(e => e.SearchText)
                .Select(e => new SelectListItem(e.Name + ", " + e.Commune, e.Id.ToString()))
                .ToListAsync(HttpContext.RequestAborted);
    }
}
