using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Assessments;
using CaseNumerique.Labelling.Features.CriteriaSets;
using CaseNumerique.Labelling.Features.LabelApplications;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Visits;

/// <summary>What was seen on the spot, criterion by criterion, with photographs. It can be completed until the opinion is given.</summary>
[AuditedAs("Compte rendu de visite")]
internal static class ReportVisit
{
    public static readonly UploadRule Photos = new(MaxBytes: 10_000_000, MaxCount: 40, [.. FileKind.Pictures]);

    public sealed record Finding
    {
        public Guid CriterionId { get; init; }
        public string? Text { get; init; }

        /// <summary>What stood there when the person opened the page.</summary>
        public string? Read { get; init; }

        public string CleanText => Clean(Text);

        /// <summary>Left as it was: what a device has sent meanwhile stays.</summary>
        public bool IsUntouched => CleanText == Clean(Read);

        /// <summary>A browser sends the ends of lines in its own way.</summary>
        public static string Clean(string? text) => (text ?? "").Trim().ReplaceLineEndings("\n");
    }

    public sealed record Command : IRequest<Unit>
    {
        public Guid Id { get; init; }
        public string Present { get; init; } = "";
        public string Report { get; init; } = "";
        public List<Finding> Findings { get; init; } = [];
        public SentFiles Sent { get; init; } = new();

        /// <summary>The version of the visit that the person was looking at.</summary>
        public int Version { get; init; }
    }

    public sealed class Handler(LabellingDbContext db, IFileStore store, ICurrentUser user, TimeProvider clock)
        : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var file = await db.Applications.SingleAsync(a => a.Id == command.Id, cancellationToken);
            var visit = (await db.VisitToReportAsync(file.Id, cancellationToken))!;
            db.Entry(visit).Property(v => v.Version).OriginalValue = command.Version;
            var isFirst = visit.Status is not VisitStatus.Done;
            visit.NoteReport(command.Present.Trim(), command.Report.Trim(), user, clock.UtcNow);
            foreach (var finding in command.Findings.Where(f => !f.IsUntouched))
            {
                var before = visit.FindingOn(finding.CriterionId)?.Words ?? FindingWords.None;
                var words = before with { Text = finding.CleanText };
                visit.Note(finding.CriterionId, words, user, clock.UtcNow);
            }

            if (isFirst)
            {
                db.Tell(file, FileNews.VisitDone, user, clock.UtcNow);
            }

            await db.SaveFileAsync(cancellationToken);
            // After the save: the words are kept even when a photograph is refused.
            await command.Sent.KeepAsync(
                store,
                Photos,
                SiteVisit.OwnerOf(visit.Id),
                nameof(Command.Sent),
                cancellationToken
            );
            return Unit.Value;
        }
    }

    [Authorize(Policies.Assess), UploadLimit(MaxRequestBytes)]
    public sealed class Page(LabellingDbContext db) : FilePage
    {
        /// <summary>Ten photographs of the largest size at once, when the browser sends them by itself.</summary>
        private const long MaxRequestBytes = 101_000_000;

        [BindProperty]
        public Command Form { get; set; } = new();

        public AssessmentSheet Sheet { get; private set; } = null!;

        public SiteVisit Visit { get; private set; } = null!;

        /// <summary>What stands saved and differs from what was typed, when somebody else, or a device, was quicker.</summary>
        public IReadOnlyList<Difference> Differences { get; private set; } = [];

        public bool IsOvertaken { get; private set; }

        public async Task<IActionResult> OnGetAsync(Guid id)
        {
            if (!await LoadAsync(id))
            {
                return NotFound();
            }

            var texts = Visit.Findings.ToDictionary(f => f.CriterionId, f => f.Text);
            Form = new Command
            {
                Present = Visit.Present ?? "",
                Report = Visit.Report ?? "",
                Findings =
                [
                    .. Sheet.Set.Criteria.Select(k => new Finding
                    {
                        CriterionId = k.Id,
                        Text = texts.GetValueOrDefault(k.Id),
                        Read = texts.GetValueOrDefault(k.Id),
                    }),
                ],
                Version = Visit.Version,
            };
            return Page();
        }

        public async Task<IActionResult> OnPostAsync(Guid id) =>
            await LoadAsync(id)
                ? await SendThenRedirectAsync(
                    Form with
                    {
                        Id = id,
                    },
                    _ => $"{FileUrl}/visite",
                    "Le compte rendu est enregistré.",
                    CompareAsync
                )
                : NotFound();

        /// <summary>The form goes on from what is saved: also when a photograph was refused after the words were kept.</summary>
        private async Task CompareAsync()
        {
            db.ChangeTracker.Clear();
            if (!await LoadAsync(Application.Id) || Form.Version == Visit.Version)
            {
                return;
            }

            Differences = ReportDiff.Of(Form, Visit, Sheet.Set.Criteria);
            for (var i = 0; i < Form.Findings.Count; i++)
            {
                var finding = Form.Findings[i];
                var text = Visit.FindingOn(finding.CriterionId)?.Text;
                if (finding.IsUntouched)
                {
                    Form.Findings[i] = finding with { Text = text };
                    ShowAgain($"Form.Findings[{i}].Text", text);
                }

                ShowAgain($"Form.Findings[{i}].Read", text);
            }

            IsOvertaken = !ModelState.Any(e =>
                e.Key.StartsWith("Form.Sent", StringComparison.Ordinal) && e.Value?.Errors.Count > 0
            );
            GoOnFrom(Visit.Version);
        }

        private async Task<bool> LoadAsync(Guid id)
        {
            if (!await FindAsync(id) || await db.VisitToReportAsync(id, HttpContext.RequestAborted) is not { } visit)
            {
                return false;
            }

            Visit = visit;
            Sheet = await db.SheetAsync(Application, HttpContext.RequestAborted);
            // The handler reads the visit anew: another person may have changed it.
            db.ChangeTracker.Clear();
            return true;
        }
    }
}
