using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CaseNumerique.Labelling.Features.Badges;

/// <summary>The public half of one key: where the header of each signed credential leads.</summary>
internal static class ShowIssuerKey
{
    [AllowAnonymous, ForOtherSites, ResponseCache(Duration = 300)]
    public sealed class Page(LabellingDbContext db, IOptions<PortalOptions> portal) : SlicePage
    {
        public async Task<IActionResult> OnGetAsync(string empreinte)
        {
            var key = await db
                .IssuerKeys.AsNoTracking()
                .SingleOrDefaultAsync(k => k.Thumbprint == empreinte, HttpContext.RequestAborted);
            return key is null
                ? NotFound()
                : CredentialPage.AsJson(IssuerKeys.ToJwk(key, CredentialPage.KeyUrl(portal.Value, empreinte)));
        }
    }
}
