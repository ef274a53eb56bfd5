using System.Buffers.Text;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json.Nodes;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CaseNumerique.Labelling.Features.Badges;

/// <summary>The state of all labels in one list of bits (W3C Bitstring Status List 1.0): one list of those that are gone, one of those that do not hold now.</summary>
internal static class ShowStatusList
{
    public const string Revocation = "revocation";
    public const string Suspension = "suspension";

    public static readonly string[] Purposes = [Revocation, Suspension];

    /// <summary>The least that the specification allows, so that a list says little of how many there are.</summary>
    private const int FewestBits = 131_072;

    public static JsonObject Entry(string purpose, Label label, PortalOptions portal)
    {
        var list = UrlOf(purpose, portal);
        return new JsonObject
        {
            ["id"] = $"{list}#{label.Sequence}",
            ["type"] = "BitstringStatusListEntry",
            ["statusPurpose"] = purpose,
            // The rank of the label: given once, never again.
            ["statusListIndex"] = label.Sequence.ToString(CultureInfo.InvariantCulture),
            ["statusListCredential"] = list,
        };
    }

    public static string Encode(IReadOnlyCollection<int> indexes)
    {
        var bits = new byte[(Math.Max(FewestBits, indexes.DefaultIfEmpty().Max() + 1) + 7) / 8];
        foreach (var index in indexes)
        {
            // The first bit is the leftmost.
            bits[index / 8] |= (byte)(0x80 >> (index % 8));
        }

        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(bits);
        }

        return $"u{Base64Url.EncodeToString(packed.ToArray())}";
    }

    /// <summary>The signed one: a list that nobody vouches for proves nothing.</summary>
    private static string UrlOf(string purpose, PortalOptions portal) =>
        portal.Absolute($"/verification/etats/{purpose}.{CredentialPage.Signed}");

    private static string Instant(DateTime utc) => FormattableString.Invariant($"{utc:yyyy-MM-dd'T'HH:mm:ss'Z'}");

    [AllowAnonymous, ForOtherSites, ResponseCache(Duration = 60)]
    public sealed class Page(LabellingDbContext db, IssuerKeys keys, IOptions<PortalOptions> portal, TimeProvider clock)
        : CredentialPage(keys, portal)
    {
        public async Task<IActionResult> OnGetAsync(string usage, string forme)
        {
            if (!Purposes.Contains(usage))
            {
                return NotFound();
            }

            var indexes = usage == Revocation ? await RevokedAsync() : await SuspendedAsync();
            var url = UrlOf(usage, Portal);
            return await AnswerAsync(
                new JsonObject
                {
                    ["@context"] = new JsonArray("https://www.w3.org/ns/credentials/v2"),
                    ["id"] = url,
                    ["type"] = new JsonArray("VerifiableCredential", "BitstringStatusListCredential"),
                    ["issuer"] = ShowIssuer.UrlOf(Portal),
                    ["validFrom"] = Instant(clock.UtcNow),
                    // Yesterday's list proves nothing of today.
                    ["validUntil"] = Instant(clock.UtcNow.AddDays(1)),
                    ["credentialSubject"] = new JsonObject
                    {
                        ["id"] = $"{url}#list",
                        ["type"] = "BitstringStatusList",
                        ["statusPurpose"] = usage,
                        ["encodedList"] = Encode(indexes),
                    },
                },
                forme
            );
        }

        private Task<List<int>> RevokedAsync() =>
            db
                .Labels.Where(l => l.Status == LabelStatus.Withdrawn || l.Status == LabelStatus.Renounced)
                .Select(l => l.Sequence)
                .ToListAsync(HttpContext.RequestAborted);

        /// <summary>With those whose time is over: a credential taken during a renewal still says a later day.</summary>
        /// <remarks>What is revoked is so for good; an end may be postponed, and a renewal taken up again.</remarks>
        private async Task<List<int>> SuspendedAsync()
        {
            var today = clock.Today;
            var rules = await db.ProcedureRules.AsNoTracking().InForceAsync(HttpContext.RequestAborted);
            var labels = await db
                .Labels.AsNoTracking()
                .Where(l => l.Status != LabelStatus.Withdrawn && l.Status != LabelStatus.Renounced)
                .Where(l => l.Status == LabelStatus.Suspended || l.ExpiresOn < today)
                .ToListAsync(HttpContext.RequestAborted);
            return
            [
                .. labels
                    .Where(l =>
                        l.Status is LabelStatus.Suspended or LabelStatus.Expired
                        || l.HasRunOut(rules.ContinuityMonths, today)
                    )
                    .Select(l => l.Sequence),
            ];
        }
    }
}
