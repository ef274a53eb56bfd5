using System.Text.Json.Nodes;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CaseNumerique.Labelling.Features.Badges;

/// <summary>Who vouches for the credentials, and with which keys.</summary>
internal static class ShowIssuer
{
    public static string UrlOf(PortalOptions portal) => portal.Absolute("/verification/emetteur.json");

    public static JsonObject Profile(PortalOptions portal) =>
        new()
        {
            ["id"] = UrlOf(portal),
            ["type"] = new JsonArray("Profile"),
            ["name"] = portal.Authority,
            ["url"] = portal.Absolute("/"),
        };

    [AllowAnonymous, ForOtherSites, ResponseCache(Duration = 300)]
    public sealed class Page(LabellingDbContext db, IOptions<PortalOptions> portal) : SlicePage
    {
        public async Task<IActionResult> OnGetAsync()
        {
            var keys = await db
                .IssuerKeys.AsNoTracking()
                .OrderByDescending(k => k.Number)
                .ToListAsync(HttpContext.RequestAborted);
            var profile = Profile(portal.Value);
            profile["@context"] = new JsonArray(
                "https://www.w3.org/ns/cid/v1",
                "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
            );
            profile["verificationMethod"] = new JsonArray([.. keys.Select(ToMethod)]);
            profile["assertionMethod"] = new JsonArray([
                .. keys.Select(k => CredentialPage.KeyUrl(portal.Value, k.Thumbprint)),
            ]);
            return CredentialPage.AsJson(profile);
        }

        private JsonObject ToMethod(IssuerKey key)
        {
            var url = CredentialPage.KeyUrl(portal.Value, key.Thumbprint);
            return new JsonObject
            {
                ["id"] = url,
                ["type"] = "JsonWebKey",
                ["controller"] = UrlOf(portal.Value),
                ["publicKeyJwk"] = IssuerKeys.ToJwk(key, url),
            };
        }
    }
}
