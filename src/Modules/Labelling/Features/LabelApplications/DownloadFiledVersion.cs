using System.Text;
using CaseNumerique.Labelling.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.LabelApplications;

/// <summary>The very bytes that a seal is over.</summary>
internal static class DownloadFiledVersion
{
    [Authorize(Policies.ReadFile)]
    public sealed class Page(LabellingDbContext db) : FilePage
    {
        public async Task<IActionResult> OnGetAsync(Guid id, int numero)
        {
            if (!await FindAsync(id))
            {
                return NotFound();
            }

            var version = await db
                .FiledVersions.AsNoTracking()
                .SingleOrDefaultAsync(v => v.ApplicationId == id && v.Number == numero, HttpContext.RequestAborted);
            return version is null
                ? NotFound()
                : File(Encoding.UTF8.GetBytes(version.Json), "application/json", $"{Application.Number}-{numero}.json");
        }
    }
}
