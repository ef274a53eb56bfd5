using System.Globalization;
using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.LabelApplications;
using CaseNumerique.SharedKernel;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Assessments;

/// <summary>The assessor scores one criterion, beside the EPN's own score.</summary>
[AuditedAs("Critère noté")]
internal static class ScoreCriterion
{
    public const string NotApplicable = "so";

    public sealed record Command : IRequest<Unit>
    {
        public Guid Id { get; init; }
        public string Code { get; init; } = "";

        /// <summary><c>0</c> to <c>3</c>, or <see cref="NotApplicable"/>.</summary>
        public string Choice { get; init; } = "";

        public string? Comment { get; init; }

        /// <summary>The version of the answer that the person was looking at; 0 where there is none.</summary>
        public int Version { get; init; }

        public int? Score => Choice is [>= '0' and <= '3'] ? Choice[0] - '0' : null;
    }

    public sealed class Handler(LabellingDbContext db, ICurrentUser user, TimeProvider clock)
        : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var criterionId = await db.CriterionOf(command.Id, command.Code)
                .Select(k => k.Id)
                .SingleAsync(cancellationToken);
            var answer = await db.Answers.SingleOrDefaultAsync(
                a => a.ApplicationId == command.Id && a.CriterionId == criterionId,
                cancellationToken
            );
            if (answer is null)
            {
                answer = new Answer { ApplicationId = command.Id, CriterionId = criterionId };
                db.Answers.Add(answer);
            }
            else
            {
                db.Entry(answer).Property(a => a.Version).OriginalValue = command.Version;
            }

            answer.AssessorScore = command.Score;
            answer.IsNotApplicableToAssessor = command.Choice == NotApplicable;
            answer.AssessorComment = string.IsNullOrWhiteSpace(command.Comment) ? null : command.Comment.Trim();
            answer.ScoredAt = clock.UtcNow;
            answer.ScoredBy = user.Name;
            answer.ScoredById = user.Id;
            answer.Touch();
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException error) when (error is DbUpdateConcurrencyException || error.IsDuplicate())
            {
                const string message =
                    "Quelqu’un vient de noter ce critère : les deux versions sont plus bas. Gardez la vôtre, ou la sienne.";
                throw new ValidationException([new ValidationFailure("", FrenchText.Typeset(message))]);
            }

            return Unit.Value;
        }
    }

    [Authorize(Policies.Assess)]
    public sealed class Page(LabellingDbContext db, IFileStore store, TimeProvider clock) : FilePage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public AssessmentSheet Sheet { get; private set; } = null!;

        public Criterion Criterion { get; private set; } = null!;

        public Answer? Answer => Sheet.AnswerTo(Criterion);

        /// <summary>What somebody else has saved since this page was opened.</summary>
        public Answer? Other { get; private set; }

        public IReadOnlyList<(Evidence Proof, IReadOnlyList<KeptFile> Files)> Proofs { get; private set; } = [];

        /// <summary>What the platform saw by itself; null for nothing, and where no fact speaks for the criterion.</summary>
        public FactProof? Fact { get; private set; }

        public DateOnly Today => clock.Today;

        public async Task<IActionResult> OnGetAsync(Guid id, string code)
        {
            if (!await LoadAsync(id, code))
            {
                return NotFound();
            }

            Form = new Command
            {
                Choice =
                    Answer is { IsNotApplicableToAssessor: true } ? NotApplicable
                    : Answer?.AssessorScore is { } score ? score.ToString(CultureInfo.InvariantCulture)
                    : "",
                Comment = Answer?.AssessorComment,
                Version = Answer?.Version ?? 0,
            };
            return Page();
        }

        public async Task<IActionResult> OnPostAsync(Guid id, string code)
        {
            if (!await LoadAsync(id, code))
            {
                return NotFound();
            }

            var next = Sheet.NextToScore(Criterion.Code);
            var isLast = next is null || next.Code == Criterion.Code;
            return await SendThenRedirectAsync(
                Form with
                {
                    Id = id,
                    Code = code,
                },
                _ => isLast ? $"{FileUrl}/notation" : $"{FileUrl}/notation/{next!.Code}",
                $"{Criterion.Code} est noté.",
                () => ShowOtherAsync(id, code)
            );
        }

        private async Task ShowOtherAsync(Guid id, string code)
        {
            await LoadAsync(id, code);
            if (Answer is { } saved && saved.Version != Form.Version)
            {
                Other = saved;
                Form = Form with { Version = saved.Version };
                ModelState.Remove("Form.Version");
            }
        }

        private async Task<bool> LoadAsync(Guid id, string code)
        {
            if (!await FindAsync(id))
            {
                return false;
            }

            Sheet = await db.SheetAsync(Application, HttpContext.RequestAborted);
            Criterion = Sheet.Set.Criteria.SingleOrDefault(k => k.Code == code)!;
            if (Criterion is null)
            {
                return false;
            }

            if (Criterion.ProvenBy is { } fact)
            {
                var facts = await db.ProvenFacts.ProofsAsync(Application.EpnId, Today, HttpContext.RequestAborted);
                Fact = facts.GetValueOrDefault(fact);
            }

            List<(Evidence, IReadOnlyList<KeptFile>)> proofs = [];
            foreach (var proof in Sheet.ProofsOf(Criterion))
            {
                proofs.Add((proof, await store.ListAsync(Evidence.OwnerOf(proof.Id), HttpContext.RequestAborted)));
            }

            Proofs = proofs;
            return true;
        }
    }
}
