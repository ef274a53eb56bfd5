using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseNumerique.Labelling.Features.LabelApplications;

/// <summary>A page about one file: finds it among those that the person may open, and shows its head and tabs.</summary>
internal abstract class FilePage : SlicePage
{
    public LabelApplication Application { get; private set; } = null!;

    public Epn Epn { get; private set; } = null!;

    public string FileUrl => $"/gestion/labellisation/demandes/{Application.Id}";

    /// <summary>Whether the person prepares what the EPN answers.</summary>
    public bool MayApply => User.MayApplyFor(Application.EpnId);

    /// <summary>Whether the person binds the EPN: begins, signs, files, sends back, takes back.</summary>
    public bool MayBind => User.Manages(Application.EpnId);

    /// <returns>False when there is no such file, or it is none of the person's business: both are answered alike.</returns>
    protected async Task<bool> FindAsync(Guid id)
    {
        var db = HttpContext.RequestServices.GetRequiredService<LabellingDbContext>();
        var file = await db
            .Applications.AsNoTracking()
            .VisibleTo(User, db)
            .SingleOrDefaultAsync(a => a.Id == id, HttpContext.RequestAborted);
        if (file is null)
        {
            return false;
        }

        Application = file;
        Epn = await db.Epns.AsNoTracking().SingleAsync(e => e.Id == file.EpnId, HttpContext.RequestAborted);
        return true;
    }
}
