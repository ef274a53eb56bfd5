using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Assessments;
using CaseNumerique.Labelling.Features.LabelApplications;
using CaseNumerique.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CaseNumerique.Labelling.Features.Visits;

/// <summary>
/// The grid of a visit, to be filled on the spot. A form like another where the network answers; with its script it also opens
/// and is filled without any, and sends later (ADR 21).
/// </summary>
internal static class FillVisitKit
{
    public const string Mine = "mienne";
    public const string Theirs = "sienne";

    /// <summary>Tells the script of the kit whom it is refused to.</summary>
    public const string AccountHeader = "Kit-Account";

    /// <summary>One criterion of the form.</summary>
    public sealed record Line
    {
        public KeepFindings.Entry Entry { get; init; } = new();

        /// <summary>The version of the other text that the person was shown; 0 where there was none.</summary>
        public int Seen { get; init; }

        /// <summary>Which of the two stays; null while the person has not chosen.</summary>
        public string? Stays { get; init; }

        /// <summary>Their text comes instead of the other, which they have read; it is a new thing to keep.</summary>
        public KeepFindings.Entry Chosen => Stays == Mine ? Entry with { Base = Seen, Key = Guid.NewGuid() } : Entry;
    }

    [Authorize(Policies.Assess), UploadLimit(MaxRequestBytes)]
    public sealed class Page(LabellingDbContext db, IFileStore store) : FilePage
    {
        /// <summary>As for the report.</summary>
        private const long MaxRequestBytes = 101_000_000;

        [BindProperty]
        public List<Line> Lines { get; set; } = [];

        [BindProperty]
        public SentFiles Sent { get; set; } = new();

        public AssessmentSheet Sheet { get; private set; } = null!;

        public SiteVisit Visit { get; private set; } = null!;

        public ShowFindings.View Known { get; private set; } = null!;

        /// <summary>What stands in the place of what the person wrote, by criterion.</summary>
        public IReadOnlyDictionary<string, ShowFindings.Row> Conflicts { get; private set; } =
            new Dictionary<string, ShowFindings.Row>();

        public async Task<IActionResult> OnGetAsync(Guid id)
        {
            if (!await LoadAsync(id))
            {
                // What this person has put by and not sent stays theirs to read; another account at the device sees nothing of it.
                Response.Headers[AccountHeader] = $"{User.AccountId}";
                return NotFound();
            }

            Lines = [.. Known.Findings.Select(Open)];
            return Page();
        }

        public async Task<IActionResult> OnPostAsync(Guid id)
        {
            if (!await LoadAsync(id))
            {
                return NotFound();
            }

            try
            {
                await KeepAsync(id);
            }
            catch (ValidationException broken)
            {
                foreach (var error in broken.Errors)
                {
                    ModelState.AddModelError("", error.ErrorMessage);
                }
            }

            if (ModelState.IsValid && Conflicts.Count == 0)
            {
                Notice = "Vos constats sont enregistrés.";
                return Redirect($"{FileUrl}/visite/kit");
            }

            return Page();
        }

        private async Task KeepAsync(Guid id)
        {
            Line[] taken = [.. Lines.Where(l => l.Stays != Theirs)];
            var outcomes = await SendAsync(
                new KeepFindings.Command { Id = id, Entries = [.. taken.Select(l => l.Chosen)] }
            );
            Conflicts = outcomes.Where(o => !o.IsSaved).ToDictionary(o => o.Current.Code, o => o.Current);
            await LoadAsync(id);
            var now = Known.Findings.ToDictionary(r => r.Code);
            // What was typed stays where it is in conflict; the rest goes on from what is saved.
            Lines =
            [
                .. Lines.Select(l =>
                    Conflicts.TryGetValue(l.Entry.Code, out var other)
                        ? l with
                        {
                            Seen = other.Version,
                            Stays = null,
                        }
                        : Open(now[l.Entry.Code])
                ),
            ];
            ModelState.Clear();
            await Sent.KeepAsync(
                store,
                ReportVisit.Photos,
                SiteVisit.OwnerOf(Visit.Id),
                nameof(Sent),
                HttpContext.RequestAborted
            );
        }

        private static Line Open(ShowFindings.Row row) =>
            new()
            {
                Entry = new KeepFindings.Entry
                {
                    Code = row.Code,
                    Text = row.Text,
                    Choice = row.Choice,
                    Base = row.Version,
                    Key = Guid.NewGuid(),
                },
            };

        private async Task<bool> LoadAsync(Guid id)
        {
            if (
                !await FindAsync(id)
                || !User.Assesses(Application)
                || await db.VisitToNoteAsync(id, HttpContext.RequestAborted) is not { } visit
            )
            {
                return false;
            }

            Visit = visit;
            Sheet = await db.SheetAsync(Application, HttpContext.RequestAborted);
            // The handler reads the visit anew: another device may have changed it.
            db.ChangeTracker.Clear();
            Known = await SendAsync(new ShowFindings.Query(Application));
            db.ChangeTracker.Clear();
            return true;
        }
    }
}
