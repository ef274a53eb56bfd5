using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.LabelApplications;

/// <summary>The EPN answers a chapter's criteria. Each answer is saved by itself, whatever is wrong with its neighbours.</summary>
[AuditedAs("Critères d’un chapitre enregistrés")]
internal static class AnswerChapter
{
    public sealed record Command : IRequest<Guid>
    {
        public Guid Id { get; init; }
        public string Chapter { get; init; } = "";

        // MVC fills a list that is there.
        public List<GivenAnswer> Answers { get; init; } = [];
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(LabellingDbContext db) => RuleFor(c => c.Id).MustBeEditable(db);
    }

    public sealed class Handler(LabellingDbContext db, ICurrentUser user, TimeProvider clock)
        : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command command, CancellationToken cancellationToken)
        {
            AnswerWriter wrong;
            try
            {
                wrong = await SaveAsync(command, cancellationToken);
            }
            catch (DbUpdateException error) when (error is DbUpdateConcurrencyException || error.IsDuplicate())
            {
                // Somebody saved in the same moment: this time their answers are seen, and differences told.
                db.ChangeTracker.Clear();
                wrong = await SaveAsync(command, cancellationToken);
            }

            await db.NoteSavedAsync(command.Id, clock.UtcNow, cancellationToken);
            return wrong.Failures.Count == 0 ? command.Id : throw new ValidationException(wrong.Failures);
        }

        private async Task<AnswerWriter> SaveAsync(Command command, CancellationToken cancellationToken)
        {
            var content = await FileContent.LoadAsync(db, command.Id, cancellationToken);
            var library = await db
                .Evidence.AsNoTracking()
                .Where(e => e.EpnId == content.File.EpnId)
                .Select(e => e.Id)
                .ToListAsync(cancellationToken);
            var writer = new AnswerWriter(db, content, [.. library], user, clock.UtcNow);
            var chapter = content.Set.Chapters.Single(c => c.Code == command.Chapter);
            foreach (var (i, given) in command.Answers.Index())
            {
                if (chapter.Criteria.SingleOrDefault(k => k.Id == given.CriterionId) is { } criterion)
                {
                    await writer.WriteAsync(criterion, given, $"{nameof(command.Answers)}[{i}]", cancellationToken);
                }
            }

            await db.SaveChangesAsync(cancellationToken);
            return writer;
        }
    }

    /// <param name="Shown">What stands in the form: as typed, or else as saved.</param>
    public sealed record Row(Criterion Criterion, Answer? Answer, GivenAnswer Shown, IReadOnlyList<Evidence> Attached);

    [Authorize(Policies.Apply)]
    public sealed class Page(LabellingDbContext db) : StepPage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public Chapter Chapter { get; private set; } = null!;

        public IReadOnlyList<Row> Rows { get; private set; } = [];

        /// <summary>What may be attached: what is not retired.</summary>
        /// <summary>What the platform saw the EPN do, by fact.</summary>
        public IReadOnlyDictionary<string, FactProof> Facts { get; private set; } = new Dictionary<string, FactProof>();

        public IReadOnlyList<Evidence> Library { get; private set; } = [];

        public override FileStep Step => FileStep.For(Chapter);

        protected override IReadOnlyDictionary<string, string> Versions =>
            Rows.Index().ToDictionary(r => $"Form.Answers[{r.Index}].Version", r => $"{r.Item.Answer?.Version ?? 0}");

        public async Task<IActionResult> OnGetAsync(Guid id, string chapitre)
        {
            Form = Form with { Chapter = chapitre };
            return await OpenAsync(id) ?? (Chapter is null ? NotFound() : Page());
        }

        /// <param name="ajouter">The criterion that a new proof is wanted for, once all is saved.</param>
        public async Task<IActionResult> OnPostAsync(Guid id, string chapitre, string? ajouter)
        {
            Form = Form with { Id = id, Chapter = chapitre };
            return await OpenAsync(id)
                ?? (
                    Chapter is null
                        ? NotFound()
                        : await SaveAsync(
                            Form,
                            () =>
                                ajouter is null
                                    ? NextUrl
                                    : $"/gestion/labellisation/pieces/nouvelle?dossier={id}&critere={ajouter}"
                        )
                );
        }

        protected override async Task LoadAsync()
        {
            await base.LoadAsync();
            Chapter = Draft.Set.Chapters.SingleOrDefault(c => c.Code == Form.Chapter)!;
            Library = await db
                .Evidence.AsNoTracking()
                .Where(e => e.EpnId == Application.EpnId && e.RetiredAt == null)
                .OrderBy(e => e.Title)
                .ToListAsync(HttpContext.RequestAborted);
            Facts = await db.ProvenFacts.ProofsAsync(Application.EpnId, Today, HttpContext.RequestAborted);
            var typed = Form.Answers.DistinctBy(a => a.CriterionId).ToDictionary(a => a.CriterionId);
            Rows =
            [
                .. (Chapter?.Criteria ?? [])
                    .OrderBy(k => k.Position)
                    .Select(k => RowOf(k, typed.GetValueOrDefault(k.Id))),
            ];
        }

        private Row RowOf(Criterion criterion, GivenAnswer? typed)
        {
            var answer = Draft.Find(criterion);
            List<Evidence> attached = [.. Draft.ProofsFor(criterion)];
            return new(criterion, answer, typed ?? GivenAnswer.From(criterion, answer, attached), attached);
        }
    }
}
