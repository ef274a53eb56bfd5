using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.SelfChecks;

/// <summary>Answers one chapter of a self-check; what is left open can be answered later.</summary>
[AuditedAs("Pré-diagnostic rempli")]
[NotAudited]
internal static class AnswerSelfCheck
{
    /// <summary>What stands for « sans objet ».</summary>
    public const string NotApplicable = "so";

    public sealed record Command : IRequest<Unit>
    {
        public string Token { get; init; } = "";
        public List<Line> Answers { get; init; } = [];
    }

    /// <param name="Value">A score, « sans objet », or nothing while it is not known.</param>
    public sealed record Line(string? Code, string? Value)
    {
        public Line()
            : this(null, null) { }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(LabellingDbContext db, TimeProvider clock)
        {
            RuleFor(c => c.Token)
                .MustAsync((token, ct) => db.SelfChecks.Behind(token, clock.Today).AnyAsync(ct))
                .WithMessage("Ce lien ne marche plus : commencez un nouveau pré-diagnostic.");
            RuleForEach(c => c.Answers)
                .ChildRules(line =>
                    line.RuleFor(l => l.Value)
                        .Must(v => v is null or "" or NotApplicable or "0" or "1" or "2" or "3")
                        .WithMessage("Choisissez l’une des réponses proposées.")
                );
        }
    }

    public sealed class Handler(LabellingDbContext db, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var check = await db
                .SelfChecks.Include(c => c.Answers)
                .Behind(command.Token, clock.Today)
                .SingleAsync(cancellationToken);
            var set = await db
                .CriteriaSets.AsNoTracking()
                .Whole()
                .SingleAsync(s => s.Id == check.CriteriaSetId, cancellationToken);
            var rules = await db.ProcedureRules.AsNoTracking().InForceAsync(cancellationToken);
            check.ExpiresOn = clock.Today.AddDays(rules.PreDiagnosticDays);
            foreach (var line in command.Answers)
            {
                if (set.Criteria.SingleOrDefault(k => k.Code == line.Code) is { } criterion)
                {
                    Answer(check, criterion, line.Value);
                }
            }

            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException error) when (error is DbUpdateConcurrencyException || error.IsDuplicate())
            {
                const string message = "Ce chapitre vient d’être rempli ailleurs. Envoyez de nouveau vos réponses.";
                throw new ValidationException([new ValidationFailure(nameof(Command.Token), message)]);
            }

            return Unit.Value;
        }

        private static void Answer(SelfCheck check, Criterion criterion, string? value)
        {
            var known = check.Answers.SingleOrDefault(a => a.CriterionId == criterion.Id);
            var isRefused = value == NotApplicable && !criterion.IsNotApplicableAllowed;
            if (string.IsNullOrEmpty(value) || isRefused)
            {
                check.Answers.Remove(known!);
                return;
            }

            if (known is null)
            {
                check.Answers.Add(known = new SelfCheckAnswer { CriterionId = criterion.Id });
            }

            known.Score = value == NotApplicable ? null : value[0] - '0';
        }
    }

    [AllowAnonymous]
    [EnableRateLimiting(SelfCheckRateLimit.Answer)]
    public sealed class Page : SelfCheckPage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public Chapter Chapter { get; private set; } = null!;

        public IReadOnlyList<Criterion> Criteria => [.. Chapter.Criteria.OrderBy(k => k.Position)];

        public int Index => Chapters.ToList().FindIndex(c => c.Id == Chapter.Id);

        /// <summary>Where the next step is: another chapter, or the result.</summary>
        public string NextUrl => Index + 1 < Chapters.Count ? $"{CheckUrl}/{Chapters[Index + 1].Code}" : CheckUrl;

        public string? PreviousUrl => Index > 0 ? $"{CheckUrl}/{Chapters[Index - 1].Code}" : null;

        public string ValueOf(Criterion criterion) =>
            !Scores.TryGetValue(criterion.Id, out var score) ? ""
            : score.Value is { } value ? $"{value}"
            : NotApplicable;

        public async Task<IActionResult> OnGetAsync(string jeton, string chapitre)
        {
            if (!await LoadAsync(jeton, chapitre))
            {
                return NotFound();
            }

            Form = new Command { Answers = [.. Criteria.Select(k => new Line(k.Code, ValueOf(k)))] };
            return Page();
        }

        public async Task<IActionResult> OnPostAsync(string jeton, string chapitre) =>
            await LoadAsync(jeton, chapitre)
                ? await SendThenRedirectAsync(Form with { Token = jeton }, _ => NextUrl, notice: null)
                : NotFound();

        private async Task<bool> LoadAsync(string token, string code)
        {
            Chapter = (await FindAsync(token) ? Set.Chapters.SingleOrDefault(c => c.Code == code) : null)!;
            return Chapter is not null;
        }
    }
}
