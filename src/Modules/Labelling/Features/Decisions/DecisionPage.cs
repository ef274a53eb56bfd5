using CaseNumerique.Labelling.Features.LabelApplications;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CaseNumerique.Labelling.Features.Decisions;

/// <summary>A page on which one way to decide is written down.</summary>
internal abstract class DecisionPage : FilePage
{
    /// <summary>Why this person cannot decide, or not now.</summary>
    public string? ReasonAgainst { get; private set; }

    public string DecisionUrl => $"{FileUrl}/decision";

    /// <summary>A form that was sent is shown again whatever has happened meanwhile: nothing typed is lost.</summary>
    public bool ShowsForm => ReasonAgainst is null || HttpMethods.IsPost(Request.Method);

    /// <summary>Refused, the form goes on from the file as it is: the refusal has said what happened to it meanwhile.</summary>
    protected async Task GoOnAsync()
    {
        await LoadAsync(Application.Id);
        GoOnFrom(Application.Version);
    }

    protected async Task<bool> LoadAsync(Guid id)
    {
        if (!await FindAsync(id))
        {
            return false;
        }

        var guard = HttpContext.RequestServices.GetRequiredService<DecisionGuard>();
        ReasonAgainst = await guard.ReasonAgainstAsync(Application, HttpContext.RequestAborted);
        return true;
    }
}
