using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Labels;

/// <summary>Moves the end of many labels at once, after an exceptional event: cyclone, unrest, a long power cut.</summary>
[AuditedAs("Échéances reportées")]
internal static class PostponeExpiries
{
    public const int MostDays = 730;

    public sealed record Command : IRequest<int>
    {
        public DateOnly? From { get; init; }
        public DateOnly? To { get; init; }

        /// <summary>Empty for all.</summary>
        public string? Province { get; init; }

        public int? Days { get; init; }
        public string Reason { get; init; } = "";

        /// <summary>How many labels the person saw; null until shown.</summary>
        public int? Seen { get; init; }
    }

    public sealed record Row(string Number, string EpnName, string Commune, DateOnly ExpiresOn);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(LabellingDbContext db, Impartiality impartiality)
        {
            RuleFor(c => c.From).NotEmpty().WithMessage("Indiquez la première échéance concernée.");
            RuleFor(c => c.To)
                .NotEmpty()
                .WithMessage("Indiquez la dernière échéance concernée.")
                .GreaterThanOrEqualTo(c => c.From)
                .WithMessage("La dernière échéance vient après la première.");
            RuleFor(c => c.Days)
                .NotEmpty()
                .WithMessage("Indiquez de combien de jours reporter.")
                .InclusiveBetween(1, MostDays)
                .WithMessage($"Le report va de 1 à {MostDays} jours.");
            RuleFor(c => c.Reason)
                .NotEmpty()
                .WithMessage("Indiquez le motif : il reste dans l’historique de chaque label.")
                .MaximumLength(LabelEvent.ReasonMaxLength)
                .WithMessage("Résumez le motif en {MaxLength} caractères.");
            RuleFor(c => c.Seen)
                .MustAsync(
                    async (c, seen, ct) =>
                        seen is null || c.From is null || c.To is null || await Concerned(db, c).CountAsync(ct) == seen
                )
                .WithMessage("La liste a changé depuis que vous l’avez lue. Relisez-la avant de confirmer.");
            RuleFor(c => c.Province)
                .CustomAsync(
                    async (_, context, ct) =>
                    {
                        var concerned = Concerned(db, context.InstanceToValidate).Select(l => l.EpnId);
                        if (await impartiality.ReasonAgainstAnyAsync(concerned, ct) is { } reason)
                        {
                            context.AddFailure(reason);
                        }
                    }
                );
        }
    }

    public sealed class Handler(LabellingDbContext db, ICurrentUser user, TimeProvider clock)
        : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var labels = await Concerned(db, command).ToListAsync(cancellationToken);
            foreach (var label in labels)
            {
                var before = label.ExpiresOn;
                label.Postpone(before.AddDays(command.Days!.Value), clock.Today);
                db.LabelEvents.Add(
                    new LabelEvent
                    {
                        LabelId = label.Id,
                        At = clock.UtcNow,
                        What = $"Échéance reportée du {FrenchText.Date(before)} au {FrenchText.Date(label.ExpiresOn)}",
                        Reason = command.Reason.Trim(),
                        By = user.Name,
                        ById = user.Id,
                    }
                );
                db.Announce(label.ToStatusChanged(), label.Id);
            }

            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                const string message =
                    "Quelqu’un vient de modifier un de ces labels. Relisez la liste avant de confirmer.";
                throw new ValidationException([new ValidationFailure(nameof(Command.Seen), message)]);
            }

            return labels.Count;
        }
    }

    private static IQueryable<Label> Concerned(LabellingDbContext db, Command command) =>
        db.Postponable()
            .Where(l =>
                l.ExpiresOn >= command.From
                && l.ExpiresOn <= command.To
                && db.Epns.Any(e =>
                    e.Id == l.EpnId
                    && e.ClosedOn == null
                    && (command.Province == null || command.Province == "" || e.Province == command.Province)
                )
            );

    [Authorize(Policies.Decide)]
    public sealed class Page(LabellingDbContext db, IValidator<Command> validator, TimeProvider clock) : SlicePage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        /// <summary>What would be postponed; null until the form holds.</summary>
        public IReadOnlyList<Row>? Concerned { get; private set; }

        public IReadOnlyList<string> Provinces { get; private set; } = [];

        public Task OnGetAsync()
        {
            Form = Form with { From = clock.Today, To = clock.Today.AddMonths(1) };
            return LoadAsync();
        }

        /// <summary>Shows whom it would touch, and asks to confirm.</summary>
        public async Task OnPostShowAsync()
        {
            await LoadAsync();
            Form = Form with { Seen = null };
            var verdict = await validator.ValidateAsync(Form, HttpContext.RequestAborted);
            foreach (var error in verdict.Errors)
            {
                ModelState.AddModelError($"Form.{error.PropertyName}", error.ErrorMessage);
            }

            if (verdict.IsValid)
            {
                Concerned = await PostponeExpiries
                    .Concerned(db, Form)
                    .Join(db.Epns, l => l.EpnId, e => e.Id, (l, e) => new { Label = l, Epn = e })
                    .OrderBy(x => x.Label.ExpiresOn)
                    .Select(x => new Row(x.Label.Number, x.Epn.Name, x.Epn.Commune, x.Label.ExpiresOn))
                    .ToListAsync(HttpContext.RequestAborted);
                Form = Form with { Seen = Concerned.Count };
            }
        }

        public Task<IActionResult> OnPostAsync() =>
            SendThenRedirectAsync(
                Form,
                _ => "/gestion/labellisation/labels",
                $"{FrenchText.Count(Form.Seen ?? 0, "échéance reportée", "échéances reportées")}.",
                LoadAsync
            );

        private async Task LoadAsync() =>
            Provinces = await db
                .Epns.Select(e => e.Province)
                .Distinct()
                .OrderBy(p => p)
                .ToListAsync(HttpContext.RequestAborted);
    }
}
