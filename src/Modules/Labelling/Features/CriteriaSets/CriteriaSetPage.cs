using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseNumerique.Labelling.Features.CriteriaSets;

/// <summary>A page about one version of the referential.</summary>
internal abstract class CriteriaSetPage : SlicePage
{
    public const string Root = "/gestion/parametres/referentiels";

    /// <summary>Stands in a route for what is not there yet: codes are in capitals.</summary>
    public const string New = "nouveau";

    public CriteriaSet Set { get; private set; } = null!;

    public string SetUrl => $"{Root}/{Set.Number}";

    protected LabellingDbContext Db => HttpContext.RequestServices.GetRequiredService<LabellingDbContext>();

    /// <returns>False when there is no such version, or when it is a draft that the person has no part in.</returns>
    protected async Task<bool> FindAsync(int number)
    {
        var set = await Db
            .CriteriaSets.AsNoTracking()
            .VisibleTo(User)
            .Whole()
            .SingleOrDefaultAsync(s => s.Number == number, HttpContext.RequestAborted);
        Set = set!;
        return set is not null;
    }

    /// <returns>False when it is not there, or no longer a draft.</returns>
    protected async Task<bool> FindDraftAsync(int number) =>
        await FindAsync(number) && Set.Status is CriteriaSetStatus.Draft;
}
