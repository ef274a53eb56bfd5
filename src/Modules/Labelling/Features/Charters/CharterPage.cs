using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseNumerique.Labelling.Features.Charters;

/// <summary>A page about one version of the charter.</summary>
internal abstract class CharterPage : SlicePage
{
    public const string Root = "/gestion/parametres/charte";

    public Charter Charter { get; private set; } = null!;

    public string CharterUrl => $"{Root}/{Charter.Number}";

    protected LabellingDbContext Db => HttpContext.RequestServices.GetRequiredService<LabellingDbContext>();

    /// <summary>Whether the last save was refused because somebody else was quicker.</summary>
    protected bool IsLost =>
        ModelState["Form.Version"]?.Errors.Any(e => e.ErrorMessage == CharterDraft.LostRace) ?? false;

    /// <returns>False when there is no such version.</returns>
    protected async Task<bool> FindAsync(int number)
    {
        var charter = await Db
            .Charters.AsNoTracking()
            .SingleOrDefaultAsync(c => c.Number == number, HttpContext.RequestAborted);
        Charter = charter ?? Charter;
        return charter is not null;
    }

    /// <returns>False when it is not there, or no longer a draft.</returns>
    protected async Task<bool> FindDraftAsync(int number) =>
        await FindAsync(number) && Charter.Status is CharterStatus.Draft;
}
