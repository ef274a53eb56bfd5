using System.Text;
using CaseNumerique.Platform.Audit;
using CaseNumerique.Platform.Data;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Platform.Features.Journal;

/// <summary>Who did what, when; newest first.</summary>
internal static class ListJournal
{
    public const int MostExported = 10_000;

    public sealed record Query : IRequest<View>
    {
        /// <summary>Part of what was done, or of what it was done to.</summary>
        public string? Q { get; init; }

        /// <summary>Part of a person's name or address.</summary>
        public string? Personne { get; init; }

        public string? Acte { get; init; }
        public AuditOutcome? Resultat { get; init; }

        /// <summary>First day, in Nouméa.</summary>
        public DateOnly? Du { get; init; }

        /// <summary>Last day, inclusive.</summary>
        public DateOnly? Au { get; init; }

        // Razor Pages keep the route value « page » for themselves.
        [FromQuery(Name = "page")]
        public int Page { get; init; } = 1;

        [BindNever]
        public int Size { get; init; } = PagedQuery.DefaultSize;
    }

    public sealed record View(Paged<Row> List, IReadOnlyList<ActionChoice> Actions, ChainState Chain);

    public sealed record Row(AuditEntry Entry, string Actor);

    public sealed record ActionChoice(string Action, string Title);

    /// <param name="Check">What the last daily walk along the chain found.</param>
    public sealed record ChainState(AuditEntry? Last, int Waiting, JobMark? Check);

    public sealed class Handler(PlatformDbContext db) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var page = await (await FilterAsync(query, cancellationToken))
                .OrderByDescending(e => e.At)
                .ThenByDescending(e => e.Id)
                .ToPageAsync(query.Page, cancellationToken, query.Size);
            var names = await db.ActorNamesAsync(page.Rows, cancellationToken);
            Row[] rows = [.. page.Rows.Select(e => new Row(e, AuditWords.Actor(e, names.GetValueOrDefault(e.Id))))];
            var actions = await db
                .Journal.Select(e => new { e.Action, e.Title })
                .Distinct()
                .OrderBy(a => a.Title)
                .Select(a => new ActionChoice(a.Action, a.Title))
                .ToListAsync(cancellationToken);
            return new View(
                new Paged<Row>(rows, page.Number, page.Total, page.Size),
                [.. actions.DistinctBy(a => a.Action)],
                await ChainAsync(cancellationToken)
            );
        }

        private async Task<IQueryable<AuditEntry>> FilterAsync(Query query, CancellationToken cancellationToken)
        {
            var words = FrenchText.Fold(query.Q);
            var journal = db.Journal.AsNoTracking().Where(e => words == "" || e.SearchText.Contains(words));
            if (query.Personne?.Trim() is { Length: > 0 } person)
            {
                var actors = await db.ActorsNamedAsync(person, cancellationToken);
                journal = journal.Where(e => e.ActorId != null && actors.Contains(e.ActorId.Value));
            }

            if (query.Du is { } first)
            {
                var from = NoumeaTime.ToUtc(first, TimeOnly.MinValue);
                journal = journal.Where(e => e.At >= from);
            }

            if (query.Au is { } last)
            {
                var until = NoumeaTime.ToUtc(last.AddDays(1), TimeOnly.MinValue);
                journal = journal.Where(e => e.At < until);
            }

            return journal
                .Where(e => string.IsNullOrEmpty(query.Acte) || e.Action == query.Acte)
                .Where(e => query.Resultat == null || e.Outcome == query.Resultat);
        }

        private async Task<ChainState> ChainAsync(CancellationToken cancellationToken) =>
            new(
                await db
                    .Journal.AsNoTracking()
                    .Where(e => e.Sequence != null)
                    .OrderByDescending(e => e.Sequence)
                    .FirstOrDefaultAsync(cancellationToken),
                await db.Journal.CountAsync(e => e.Sequence == null, cancellationToken),
                await db
                    .JobMarks.AsNoTracking()
                    .SingleOrDefaultAsync(m => m.JobId == AuditVerificationJob.JobId, cancellationToken)
            );
    }

    [Authorize(Policies.Journal)]
    public sealed class Page(IAuditJournal journal) : SlicePage
    {
        [BindProperty(SupportsGet = true, Name = "")]
        public Query Filter { get; set; } = new();

        public View Shown { get; private set; } = null!;

        /// <param name="forme"><c>csv</c> for what the filter finds, as a table.</param>
        public async Task<IActionResult> OnGetAsync(string? forme)
        {
            if (forme != "csv")
            {
                Shown = await SendAsync(Filter);
                return Page();
            }

            var found = await SendAsync(Filter with { Page = 1, Size = MostExported });
            await journal.RecordAsync(
                new AuditFact("journal.exported", "Journal exporté", FrenchText.Count(found.List.Rows.Count, "ligne")),
                HttpContext.RequestAborted
            );
            // The mark tells a spreadsheet that these are accents.
            byte[] csv = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Csv(found.List.Rows))];
            return File(csv, "text/csv; charset=utf-8", "journal.csv");
        }

        private static string Csv(IEnumerable<Row> rows)
        {
            var lines = rows.Select(r =>
                Line(
                    r.Entry.Sequence?.ToString(FrenchText.Culture),
                    NoumeaTime.ToNoumea(r.Entry.At).ToString("yyyy-MM-dd HH:mm:ss", FrenchText.Culture),
                    r.Actor,
                    r.Entry.Title,
                    r.Entry.Subject,
                    AuditWords.Of(r.Entry.Outcome)
                )
            );
            return string.Join("\r\n", lines.Prepend(Line("Numéro", "Le", "Par", "Acte", "Objet", "Résultat")));
        }

        private static string Line(params IEnumerable<string?> cells) => string.Join(';', cells.Select(Cell));

        // A cell that begins like a formula would be computed by a spreadsheet.
        private static string Cell(string? text) =>
            $"\"{(text?.IndexOfAny(['=', '+', '-', '@', '\t', '\r']) == 0 ? "'" : "")}{text?.Replace("\"", "\"\"")}\"";
    }
}
