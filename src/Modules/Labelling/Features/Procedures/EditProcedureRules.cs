using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Procedures;

/// <summary>Publishes a new version of the rules of procedure.</summary>
[AuditedAs("Règles de procédure modifiées")]
internal static class EditProcedureRules
{
    public sealed record Command : IRequest<int>
    {
        public int? CompletionDays { get; init; }
        public int? LapseDays { get; init; }
        public int? AssessmentWorkingDays { get; init; }
        public bool HasCommittee { get; init; }
        public int? QuorumPercent { get; init; }
        public int? RenewalOpensDays { get; init; }
        public int? ContinuityMonths { get; init; }
        public int? NoticeDays { get; init; }
        public int? SuspensionMonths { get; init; }
        public int? ClosureDays { get; init; }
        public int? ReapplyMonths { get; init; }
        public int? TransitionDays { get; init; }
        public int? PreDiagnosticDays { get; init; }
        public string? Reason { get; init; }

        /// <summary>The version the person was looking at.</summary>
        public int BasedOn { get; init; }

        public static Command Of(ProcedureRules rules) =>
            new()
            {
                CompletionDays = rules.CompletionDays,
                LapseDays = rules.LapseDays,
                AssessmentWorkingDays = rules.AssessmentWorkingDays,
                HasCommittee = rules.HasCommittee,
                QuorumPercent = rules.QuorumPercent,
                RenewalOpensDays = rules.RenewalOpensDays,
                ContinuityMonths = rules.ContinuityMonths,
                NoticeDays = rules.NoticeDays,
                SuspensionMonths = rules.SuspensionMonths,
                ClosureDays = rules.ClosureDays,
                ReapplyMonths = rules.ReapplyMonths,
                TransitionDays = rules.TransitionDays,
                PreDiagnosticDays = rules.PreDiagnosticDays,
                BasedOn = rules.Number,
            };
    }

    public sealed class Handler(LabellingDbContext db, ICurrentUser user, TimeProvider clock)
        : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            db.ProcedureRules.Add(
                new ProcedureRules
                {
                    Number = command.BasedOn + 1,
                    PublishedAt = clock.UtcNow,
                    PublishedBy = user.Name,
                    PublishedById = user.Id,
                    Reason = command.Reason!.Trim(),
                    CompletionDays = command.CompletionDays!.Value,
                    LapseDays = command.LapseDays!.Value,
                    AssessmentWorkingDays = command.AssessmentWorkingDays!.Value,
                    HasCommittee = command.HasCommittee,
                    QuorumPercent = command.QuorumPercent!.Value,
                    RenewalOpensDays = command.RenewalOpensDays!.Value,
                    ContinuityMonths = command.ContinuityMonths!.Value,
                    NoticeDays = command.NoticeDays!.Value,
                    SuspensionMonths = command.SuspensionMonths!.Value,
                    ClosureDays = command.ClosureDays!.Value,
                    ReapplyMonths = command.ReapplyMonths!.Value,
                    TransitionDays = command.TransitionDays!.Value,
                    PreDiagnosticDays = command.PreDiagnosticDays!.Value,
                }
            );
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException error) when (error.IsDuplicate())
            {
                const string message = EditProcedureRulesValidator.LostRace;
                throw new ValidationException([new ValidationFailure(nameof(Command.BasedOn), message)]);
            }

            return command.BasedOn + 1;
        }
    }

    [Authorize(Policies.Decide)]
    public sealed class Page(LabellingDbContext db) : SlicePage
    {
        private int? _readSince;

        [BindProperty]
        public Command Form { get; set; } = new();

        /// <summary>Newest first, each with what it changed.</summary>
        public IReadOnlyList<RulesVersion> Versions { get; private set; } = [];

        /// <summary>What stands in force and differs from what was typed, when somebody else was quicker.</summary>
        public IReadOnlyList<RulesChange> Differences { get; private set; } = [];

        /// <summary>To be posted with the form: what the person has read.</summary>
        public int BasedOn => _readSince ?? Form.BasedOn;

        public async Task OnGetAsync() => Form = Command.Of(await LoadAsync());

        public Task<IActionResult> OnPostAsync() =>
            SendThenRedirectAsync(
                Form,
                _ => "/gestion/parametres/procedure",
                "Les nouvelles règles sont en vigueur.",
                CompareAsync
            );

        private async Task CompareAsync()
        {
            var rules = await LoadAsync();
            if (rules.Number != Form.BasedOn)
            {
                Differences = RulesChange.Between(Command.Of(rules), Form);
                // Whoever sends the form again has read what they replace.
                _readSince = rules.Number;
            }
        }

        /// <returns>The rules in force.</returns>
        private async Task<ProcedureRules> LoadAsync()
        {
            var all = await db
                .ProcedureRules.AsNoTracking()
                .OrderByDescending(r => r.Number)
                .Take(PagedQuery.DefaultSize + 1)
                .ToListAsync(HttpContext.RequestAborted);
            Versions = RulesVersion.Of(all, PagedQuery.DefaultSize);
            return all[0];
        }
    }
}
