using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace CaseNumerique.Labelling.Features.LabelApplications;

/// <summary>A step by which an EPN fills in its file, for those who write in its name. <c>draft.js</c> saves it in between.</summary>
internal abstract class StepPage : FilePage
{
    private const string SavedPathKey = "saved-step";

    public FileContent Draft { get; private set; } = null!;

    public Completeness Completeness { get; private set; } = null!;

    public IReadOnlyList<FileStep> Steps { get; private set; } = [];

    public abstract FileStep Step { get; }

    public bool IsCharterSigned => Draft.IsCharterSignedOn(Today);

    public DateOnly Today => HttpContext.RequestServices.GetRequiredService<TimeProvider>().Today;

    public int Position => Steps.Index().Single(s => s.Item == Step).Index;

    public string? PreviousUrl => Position == 0 ? null : UrlOf(Steps[Position - 1]);

    public string NextUrl => UrlOf(Steps[Position + 1]);

    /// <summary>What other people's saves are told by, by the name of its hidden field.</summary>
    protected virtual IReadOnlyDictionary<string, string> Versions { get; } = new Dictionary<string, string>();

    /// <summary>The step that the person has just saved, by its path: the script forgets what it kept of it.</summary>
    public string? SavedPath => TempData[SavedPathKey] as string;

    /// <summary>The script asks, not the person: the answer is short, and goes nowhere.</summary>
    private bool IsScript => Request.Headers.ContainsKey("X-Draft");

    /// <summary>A chapter taken from a former file is first shown as it was, to be confirmed at once.</summary>
    public string UrlOf(FileStep step)
    {
        var chapter = Draft.Set.Chapters.SingleOrDefault(c => FileStep.For(c) == step);
        return chapter is not null && Unconfirmed(chapter).Any()
            ? $"{FileUrl}{step.Path}/toujours-vrai"
            : $"{FileUrl}{step.Path}";
    }

    public IEnumerable<Criterion> Unconfirmed(Chapter chapter) =>
        chapter
            .Criteria.OrderBy(k => k.Position)
            .Where(k => Draft.Find(k) is { IsAnswered: true } a && !Completeness.IsConfirmed(Application, a));

    /// <returns>What to answer instead of the step; null when it is there to be shown.</returns>
    protected async Task<IActionResult?> OpenAsync(Guid id)
    {
        if (!await FindAsync(id) || !MayApply)
        {
            return NotFound();
        }

        await LoadAsync();
        if (Application.IsEditable || HttpMethods.IsPost(Request.Method))
        {
            return null;
        }

        Notice = "Le dossier est déposé\u00A0: ses réponses ne changent plus.";
        return Redirect(FileUrl);
    }

    /// <summary>Saves, then goes on; what could not be saved is shown beside what was typed.</summary>
    protected async Task<IActionResult> SaveAsync<TResponse>(IRequest<TResponse> command, Func<string> next)
    {
        ValidationException? broken = null;
        try
        {
            await SendAsync(command);
        }
        catch (ValidationException caught)
        {
            broken = caught;
            foreach (var error in broken.Errors)
            {
                ModelState.AddModelError($"Form.{error.PropertyName}", error.ErrorMessage);
            }
        }

        // What stands in the database now, not what the handler had in hand.
        HttpContext.RequestServices.GetRequiredService<LabellingDbContext>().ChangeTracker.Clear();
        await FindAsync(Application.Id);
        await LoadAsync();
        if (IsScript)
        {
            return new JsonResult(
                new
                {
                    saved = SavedWords(),
                    left = broken?.Errors.Count() ?? 0,
                    fields = Own(broken),
                }
            );
        }

        if (broken is not null)
        {
            return Page();
        }

        TempData[SavedPathKey] = Request.Path.Value;
        return Redirect(next());
    }

    /// <summary>« Enregistré aujourd’hui à 9 h 12. »</summary>
    public string SavedWords()
    {
        var at = Application.SavedAt ?? Application.StartedAt;
        var day = NoumeaTime.DayOf(at);
        return day == Today
            ? $"Brouillon enregistré aujourd’hui à {FrenchText.Hour(at)}."
            : $"Brouillon enregistré le {FrenchText.Instant(at)}.";
    }

    // Of what somebody else has saved the script learns no version: its next save would overwrite them unseen.
    private Dictionary<string, string> Own(ValidationException? broken)
    {
        var theirs = (broken?.Errors ?? [])
            .Where(e => e.ErrorCode == FileRules.Conflict)
            .Select(e => $"Form.{e.PropertyName[..(e.PropertyName.LastIndexOf('.') + 1)]}Version")
            .ToHashSet();
        return Versions.Where(v => !theirs.Contains(v.Key)).ToDictionary();
    }

    protected virtual async Task LoadAsync()
    {
        var db = HttpContext.RequestServices.GetRequiredService<LabellingDbContext>();
        Draft = await FileContent.LoadAsync(db, Application.Id, HttpContext.RequestAborted);
        Completeness = Completeness.Of(Draft, Today);
        Steps = FileStep.Of(Draft.Set);
    }
}
