using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Reminders;

/// <summary>Publishes a new version of the rules of validity and reminders.</summary>
internal static class EditReminderRules
{
    public sealed record Command : IRequest<int>
    {
        public int? ValidityMonths { get; init; }
        public int? Hour { get; init; }
        public string? AdministrationEmail { get; init; }
        public List<Line> Milestones { get; init; } = [];
        public string Reason { get; init; } = "";

        /// <summary>The version the person was looking at.</summary>
        public int BasedOn { get; init; }
    }

    /// <summary>A milestone of the form; one without a number of days is left out.</summary>
    public sealed record Line
    {
        public int? DaysBefore { get; init; }
        public bool IsEnabled { get; init; }
        public bool Manager { get; init; }
        public bool Facilitators { get; init; }
        public bool Assessor { get; init; }
        public bool Administration { get; init; }

        public Recipients Recipients =>
            (Manager ? Recipients.Manager : 0)
            | (Facilitators ? Recipients.Facilitators : 0)
            | (Assessor ? Recipients.Assessor : 0)
            | (Administration ? Recipients.Administration : 0);
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(LabellingDbContext db)
        {
            RuleFor(c => c.ValidityMonths)
                .NotNull()
                .WithMessage("Indiquez la durée de validité, en mois.")
                .InclusiveBetween(1, 120)
                .WithMessage("La durée de validité va de 1 à 120 mois.");
            RuleFor(c => c.Hour)
                .NotNull()
                .WithMessage("Indiquez l’heure d’envoi.")
                .InclusiveBetween(0, 23)
                .WithMessage("L’heure d’envoi va de 0 à 23.");
            RuleFor(c => c.AdministrationEmail)
                .MaximumLength(ReminderRules.AddressMaxLength)
                .WithMessage("Cette adresse est trop longue.")
                .EmailAddress()
                .When(c => !string.IsNullOrWhiteSpace(c.AdministrationEmail), ApplyConditionTo.CurrentValidator)
                .WithMessage("Indiquez une adresse électronique, comme label@econum.example.");
            RuleFor(c => c.Milestones)
                .Must(lines => lines.Any(l => l is { DaysBefore: not null, IsEnabled: true }))
                .WithMessage("Gardez au moins un jalon actif : sans lui, aucun espace n’est prévenu.")
                .Must(lines => Days(lines).Distinct().Count() == Days(lines).Count())
                .WithMessage("Deux jalons portent le même nombre de jours.");
            RuleForEach(c => c.Milestones)
                .ChildRules(line =>
                {
                    line.RuleFor(l => l.DaysBefore)
                        .InclusiveBetween(-30, 365)
                        .WithMessage("Un jalon va de 365 jours avant la fin à 30 jours après (−30).");
                    line.RuleFor(l => l.IsEnabled)
                        .Must((l, isEnabled) => !isEnabled || l.DaysBefore is null || l.Recipients != Recipients.None)
                        .WithMessage("Choisissez au moins un destinataire pour chaque jalon actif.");
                });
            RuleFor(c => c.Reason)
                .NotEmpty()
                .WithMessage("Indiquez pourquoi les règles changent.")
                .MaximumLength(ReminderRules.ReasonMaxLength)
                .WithMessage("Résumez la raison en {MaxLength} caractères.");
            RuleFor(c => c.BasedOn)
                .MustAsync(async (number, ct) => await db.ReminderRules.MaxAsync(r => r.Number, ct) == number)
                .WithMessage("Quelqu’un a publié d’autres règles entre-temps. Rechargez la page pour repartir d’elles.");
        }

        private static IEnumerable<int> Days(IEnumerable<Line> lines) =>
            lines.Where(l => l.DaysBefore is not null).Select(l => l.DaysBefore!.Value);
    }

    public sealed class Handler(LabellingDbContext db, ICurrentUser user, TimeProvider clock)
        : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var rules = new ReminderRules
            {
                Number = command.BasedOn + 1,
                PublishedAt = clock.UtcNow,
                PublishedBy = user.Name,
                Reason = command.Reason.Trim(),
                ValidityMonths = command.ValidityMonths!.Value,
                Hour = command.Hour!.Value,
                AdministrationEmail = string.IsNullOrWhiteSpace(command.AdministrationEmail)
                    ? null
                    : command.AdministrationEmail.Trim(),
                Milestones =
                [
                    .. command
                        .Milestones.Where(l => l.DaysBefore is not null)
                        .Select(l => new ReminderMilestone
                        {
                            DaysBefore = l.DaysBefore!.Value,
                            IsEnabled = l.IsEnabled,
                            Recipients = l.Recipients,
                        }),
                ],
            };
            db.ReminderRules.Add(rules);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException error) when (error.IsDuplicate())
            {
                const string message = "Quelqu’un vient de publier d’autres règles. Rechargez la page.";
                throw new ValidationException([new ValidationFailure(nameof(Command.BasedOn), message)]);
            }

            return rules.Number;
        }
    }

    [Authorize(Policies.Decide)]
    public sealed class Page(LabellingDbContext db) : SlicePage
    {
        private const int SpareLines = 2;

        [BindProperty]
        public Command Form { get; set; } = new();

        public IReadOnlyList<ReminderRules> Versions { get; private set; } = [];

        public async Task OnGetAsync()
        {
            await LoadAsync();
            var rules = await db.ReminderRules.AsNoTracking().InForceAsync(HttpContext.RequestAborted);
            Form = new Command
            {
                ValidityMonths = rules.ValidityMonths,
                Hour = rules.Hour,
                AdministrationEmail = rules.AdministrationEmail,
                BasedOn = rules.Number,
                Milestones =
                [
                    .. rules.Milestones.OrderByDescending(m => m.DaysBefore).Select(ToLine),
                    .. Enumerable.Repeat(new Line(), SpareLines),
                ],
            };
        }

        public Task<IActionResult> OnPostAsync() =>
            SendThenRedirectAsync(
                Form,
                _ => "/gestion/parametres/relances",
                "Les nouvelles règles sont en vigueur.",
                LoadAsync
            );

        private async Task LoadAsync() =>
            Versions = await db
                .ReminderRules.AsNoTracking()
                .OrderByDescending(r => r.Number)
                .Take(PagedQuery.DefaultSize)
                .ToListAsync(HttpContext.RequestAborted);

        private static Line ToLine(ReminderMilestone milestone) =>
            new()
            {
                DaysBefore = milestone.DaysBefore,
                IsEnabled = milestone.IsEnabled,
                Manager = milestone.Recipients.HasFlag(Recipients.Manager),
                Facilitators = milestone.Recipients.HasFlag(Recipients.Facilitators),
                Assessor = milestone.Recipients.HasFlag(Recipients.Assessor),
                Administration = milestone.Recipients.HasFlag(Recipients.Administration),
            };
    }
}
