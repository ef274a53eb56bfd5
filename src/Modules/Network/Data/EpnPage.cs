using CaseNumerique.SharedKernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Network.Data;

/// <summary>A page on one open EPN, for those who may change it. Another's EPN answers as one that does not exist.</summary>
internal abstract class EpnPage(NetworkDbContext db) : SlicePage
{
    public Epn Epn { get; private set; } = null!;

    protected NetworkDbContext Db => db;

    /// <summary>Loads the EPN.</summary>
    /// <returns>What is answered instead of the page; null when the page may be shown.</returns>
    protected async Task<IActionResult?> RefusalAsync(string slug)
    {
        var epn = await db
            .Epns.AsNoTracking()
            .Open()
            .Include(e => e.Contacts)
            .SingleOrDefaultAsync(e => e.Slug == slug, HttpContext.RequestAborted);
        if (epn is null || !User.MaySee(epn.Id))
        {
            return NotFound();
        }

        Epn = epn;
        return await MayEnterAsync() ? null : Forbid();
    }

    /// <summary>Whether the person, who may see the EPN, may do here what the page is for.</summary>
    protected virtual Task<bool> MayEnterAsync() => Task.FromResult(User.MayEdit(Epn.Id));
}
