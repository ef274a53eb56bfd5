using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace CaseNumerique.Labelling.Features.SelfChecks;

/// <summary>A page behind a personal link: whoever has the link reads and answers, and nobody else finds it.</summary>
internal abstract class SelfCheckPage : SlicePage
{
    public const string Root = "/pre-diagnostic";

    public string Token { get; private set; } = "";

    public SelfCheck Check { get; private set; } = null!;

    public CriteriaSet Set { get; private set; } = null!;

    public string CheckUrl => $"{Root}/{Token}";

    public IReadOnlyList<Chapter> Chapters => [.. Set.Chapters.OrderBy(c => c.Position)];

    public IReadOnlyDictionary<Guid, CriterionScore> Scores => Check.Scores();

    /// <summary>What the person keeps.</summary>
    public string Link => Portal.Absolute(CheckUrl);

    public PortalOptions Portal => HttpContext.RequestServices.GetRequiredService<IOptions<PortalOptions>>().Value;

    protected LabellingDbContext Db => HttpContext.RequestServices.GetRequiredService<LabellingDbContext>();

    /// <returns>False when the link leads nowhere, or no longer.</returns>
    protected async Task<bool> FindAsync(string token)
    {
        // The next person at a shared machine must not find it in the cache.
        Response.Headers[HeaderNames.CacheControl] = "no-store";
        Token = token;
        var today = HttpContext.RequestServices.GetRequiredService<TimeProvider>().Today;
        var check = await Db
            .SelfChecks.AsNoTracking()
            .Include(c => c.Answers)
            .Behind(token, today)
            .SingleOrDefaultAsync(HttpContext.RequestAborted);
        if (check is null)
        {
            return false;
        }

        Check = check;
        Set = await Db
            .CriteriaSets.AsNoTracking()
            .Whole()
            .SingleAsync(s => s.Id == check.CriteriaSetId, HttpContext.RequestAborted);
        return true;
    }
}
