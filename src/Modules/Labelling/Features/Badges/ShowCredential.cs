using System.Text.Json.Nodes;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CaseNumerique.Labelling.Features.Badges;

/// <summary>The label as an Open Badges 3.0 credential, which says where its present state is to be read.</summary>
internal static class ShowCredential
{
    private const string Criteria =
        "Un espace public numérique ouvert à tous et gratuit, avec un animateur dédié, des modules de formation, un programme "
        + "établi, du matériel en état et un accueil des personnes en situation de handicap, jugé sur un référentiel publié, "
        + "après une visite et par une décision de l’administration.";

    public static JsonObject Write(VerifiedLabel verified, DateOnly until, PortalOptions portal)
    {
        var (label, epn) = (verified.Label, verified.Epn);
        var url = portal.Absolute($"/verification/{label.Number}");
        return new JsonObject
        {
            ["@context"] = new JsonArray(
                "https://www.w3.org/ns/credentials/v2",
                "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
            ),
            ["id"] = url,
            ["type"] = new JsonArray("VerifiableCredential", "OpenBadgeCredential"),
            ["name"] = $"Label Case numérique {label.Number}",
            ["issuer"] = ShowIssuer.Profile(portal),
            ["validFrom"] = Instant(label.StartsOn, TimeOnly.MinValue),
            ["validUntil"] = Instant(until, new TimeOnly(23, 59, 59)),
            ["credentialSubject"] = new JsonObject
            {
                ["id"] = portal.Absolute($"/espaces/{epn.Slug}"),
                ["type"] = new JsonArray("AchievementSubject"),
                ["identifier"] = new JsonArray(
                    new JsonObject
                    {
                        ["type"] = "IdentityObject",
                        ["hashed"] = false,
                        ["identityHash"] = epn.Name,
                        ["identityType"] = "name",
                    }
                ),
                ["achievement"] = new JsonObject
                {
                    ["id"] = portal.Absolute("/verification#label"),
                    ["type"] = new JsonArray("Achievement"),
                    ["achievementType"] = "Certification",
                    ["name"] = "Case numérique",
                    ["description"] = "Le label des espaces publics numériques de la Nouvelle-Calédonie.",
                    ["inLanguage"] = "fr",
                    ["criteria"] = new JsonObject { ["narrative"] = Criteria },
                    ["image"] = new JsonObject
                    {
                        ["id"] = $"{url}/badge.svg",
                        ["type"] = "Image",
                        ["caption"] = $"Badge du label {label.Number}",
                    },
                },
            },
            ["credentialStatus"] = new JsonArray([
                .. ShowStatusList.Purposes.Select(p => ShowStatusList.Entry(p, label, portal)),
            ]),
        };
    }

    private static string Instant(DateOnly day, TimeOnly hour) =>
        FormattableString.Invariant($"{day:yyyy-MM-dd}T{hour:HH:mm:ss}+11:00");

    [AllowAnonymous, ForOtherSites, ResponseCache(Duration = 60)]
    public sealed class Page(LabellingDbContext db, IssuerKeys keys, IOptions<PortalOptions> portal, TimeProvider clock)
        : CredentialPage(keys, portal)
    {
        public async Task<IActionResult> OnGetAsync(string numero, string forme)
        {
            if (await db.VerifyAsync(numero, clock.Today, HttpContext.RequestAborted) is not { } verified)
            {
                return NotFound();
            }

            var until = verified.Label.HoldsUntil(verified.ContinuityMonths);
            return await AnswerAsync(Write(verified, until, Portal), forme);
        }
    }
}
