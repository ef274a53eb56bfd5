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
[AuditedAs("Règles de validité et de relance modifiées")]
internal static class EditReminderRules
{
    public sealed record Command : IRequest<int>
    {
        public int? ValidityMonths { get; init; }
        public int? Hour { get; init; }
        public string? AdministrationEmail { get; init; }
        public List<Line> Milestones { get; init; } = [];
        public List<DeadlineLine> Deadlines { get; init; } = [];
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

    /// <summary>A milestone of a kind of deadline; whom it reminds follows from the kind.</summary>
    public sealed record DeadlineLine
    {
        public DeadlineKind Kind { get; init; }
        public int? DaysBefore { get; init; }
        public bool IsEnabled { get; init; }
        public Recipients Recipients { get; init; }
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
                PublishedById = user.Id,
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
                DeadlineMilestones =
                [
                    .. command
                        .Deadlines.Where(l => l.DaysBefore is not null)
                        .Select(l => new DeadlineMilestone
                        {
                            Kind = l.Kind,
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
                Deadlines =
                [
                    .. rules
                        .DeadlineMilestones.OrderBy(m => m.Kind)
                        .ThenByDescending(m => m.DaysBefore)
                        .Select(m => new DeadlineLine
                        {
                            Kind = m.Kind,
                            DaysBefore = m.DaysBefore,
                            IsEnabled = m.IsEnabled,
                            Recipients = m.Recipients,
                        }),
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
