using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Assessments;
using CaseNumerique.Labelling.Features.LabelApplications;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Visits;

/// <summary>
/// Keeps what devices have noted at a visit, each criterion by itself. What was written from a version that is no longer the
/// current one is set aside and answered as a conflict, which the person settles; nothing is overwritten unseen.
/// </summary>
[AuditedAs("Constats de visite enregistrés")]
internal static class KeepFindings
{
    public sealed record Entry
    {
        /// <summary>The criterion's.</summary>
        public string Code { get; init; } = "";

        public string? Text { get; init; }

        /// <summary><c>0</c> to <c>3</c>, <see cref="ScoreCriterion.NotApplicable"/>, or nothing.</summary>
        public string? Choice { get; init; }

        /// <summary>The version that it was written from; 0 where there was none.</summary>
        public int Base { get; init; }

        /// <summary>A new one for each thing that is written: sent twice, it is kept once.</summary>
        public Guid Key { get; init; }

        /// <summary>The keys under which the same person sent former words without hearing what became of them.</summary>
        public List<Guid> Tried { get; init; } = [];

        public FindingWords Words =>
            new(
                (Text ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Trim(),
                Choice is [>= '0' and <= '3'] ? Choice[0] - '0' : null,
                Choice == ScoreCriterion.NotApplicable
            );
    }

    public sealed record Command : IRequest<IReadOnlyList<Outcome>>
    {
        public Guid Id { get; init; }
        public List<Entry> Entries { get; init; } = [];
    }

    /// <param name="Version">The one to write from next, where it is saved.</param>
    /// <param name="Current">What stands there now, whoever wrote it.</param>
    public sealed record Outcome(Guid Key, bool IsSaved, int Version, ShowFindings.Row Current);

    public sealed class Handler(LabellingDbContext db, ICurrentUser user, TimeProvider clock)
        : IRequestHandler<Command, IReadOnlyList<Outcome>>
    {
        public async Task<IReadOnlyList<Outcome>> Handle(Command command, CancellationToken cancellationToken)
        {
            var visit = (await db.VisitToNoteAsync(command.Id, cancellationToken))!;
            await db.Entry(visit).Collection(v => v.Revisions).LoadAsync(cancellationToken);
            var criteria = await db.CriteriaOfFile(command.Id)
                .ToDictionaryAsync(k => k.Code, k => k.Id, cancellationToken);
            List<(Entry Entry, Guid CriterionId, int? Version)> kept = [];
            foreach (var entry in command.Entries)
            {
                var criterionId = criteria[entry.Code];
                kept.Add((entry, criterionId, Keep(visit, criterionId, entry)));
            }

            await db.SaveFileAsync(cancellationToken);
            return
            [
                .. kept.Select(k => new Outcome(
                    k.Entry.Key,
                    k.Version is not null,
                    k.Version ?? k.Entry.Base,
                    ShowFindings.Row.Of(k.Entry.Code, visit.FindingOn(k.CriterionId))
                )),
            ];
        }

        /// <returns>The version that the entry stands as; null when it is set aside.</returns>
        private int? Keep(SiteVisit visit, Guid criterionId, Entry entry)
        {
            var (current, words) = (visit.FindingOn(criterionId), entry.Words);
            if (visit.Revisions.FirstOrDefault(r => r.ClientKey == entry.Key) is { } before)
            {
                return before.IsKept ? before.Version : null;
            }

            if (visit.Revisions.Any(r => r.IsUntouched(criterionId, entry.Base, words)))
            {
                return entry.Base;
            }

            if (entry.Base == (current?.Version ?? 0) || words == current?.Words || Follows(visit, current, entry))
            {
                visit.Note(criterionId, words, user, clock.UtcNow, entry.Key);
                return visit.FindingOn(criterionId)?.Version ?? 0;
            }

            if (entry.Base == 0 && words == FindingWords.None)
            {
                return 0;
            }

            visit.SetAside(criterionId, entry.Base, words, user, clock.UtcNow, entry.Key);
            return null;
        }

        /// <summary>Whether what stands there came from the same device, whose answer was lost on the way.</summary>
        private static bool Follows(SiteVisit visit, VisitFinding? current, Entry entry) =>
            visit.Revisions.Any(r =>
                r.IsKept
                && r.CriterionId == current?.CriterionId
                && r.Version == current.Version
                && r.ClientKey is { } key
                && entry.Tried.Contains(key)
            );
    }

    /// <summary>For the script: what stands there, a token to send with, and the sending itself.</summary>
    [Authorize(Policies.Assess)]
    public sealed class Page(IAntiforgery antiforgery) : FilePage
    {
        public async Task<IActionResult> OnGetAsync(Guid id)
        {
            if (!await FindAsync(id) || !User.Assesses(Application))
            {
                return NotFound();
            }

            var seen = await SendAsync(new ShowFindings.Query(Application));
            return new JsonResult(
                new
                {
                    account = User.AccountId,
                    visit = seen.VisitId,
                    token = antiforgery.GetAndStoreTokens(HttpContext).RequestToken,
                    seen,
                }
            );
        }

        public async Task<IActionResult> OnPostAsync(Guid id, [FromBody] Command? sent) =>
            !await FindAsync(id) ? NotFound()
            : sent is null ? BadRequest()
            : await AnswerAsync(sent with { Id = id });

        private async Task<IActionResult> AnswerAsync(Command command)
        {
            try
            {
                return new JsonResult(await SendAsync(command));
            }
            catch (ValidationException broken)
            {
                return new JsonResult(broken.Errors.Select(e => e.ErrorMessage).Distinct())
                {
                    StatusCode = StatusCodes.Status422UnprocessableEntity,
                };
            }
        }
    }
}
