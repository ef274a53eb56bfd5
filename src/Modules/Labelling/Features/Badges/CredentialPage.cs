using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CaseNumerique.SharedKernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace CaseNumerique.Labelling.Features.Badges;

/// <summary>A credential, for people to read (<c>.json</c>) or signed, for programs to verify (<c>.jwt</c>).</summary>
internal abstract class CredentialPage(IssuerKeys keys, IOptions<PortalOptions> portal) : SlicePage
{
    public const string Signed = "jwt";
    public const string Readable = "json";

    public static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSerializerOptions _indented = new(Json) { WriteIndented = true };

    protected PortalOptions Portal => portal.Value;

    protected async Task<IActionResult> AnswerAsync(JsonObject credential, string form) =>
        form switch
        {
            Readable => AsJson(credential),
            Signed => Content(
                await keys.SignAsync(Claimed(credential), print => KeyUrl(Portal, print), HttpContext.RequestAborted),
                "application/vc+jwt"
            ),
            _ => NotFound(),
        };

    public static ContentResult AsJson(JsonNode json) =>
        new() { Content = json.ToJsonString(_indented), ContentType = "application/json; charset=utf-8" };

    public static string KeyUrl(PortalOptions portal, string thumbprint) =>
        portal.Absolute($"/verification/cles/{thumbprint}.json");

    /// <summary>The same facts once more as claims of a JWT, where programs that know no credentials look for them.</summary>
    private static JsonObject Claimed(JsonObject credential)
    {
        var issuer = credential["issuer"]!;
        credential["iss"] = (issuer as JsonObject)?["id"]!.DeepClone() ?? issuer.DeepClone();
        credential["jti"] = credential["id"]!.DeepClone();
        credential["sub"] = credential["credentialSubject"]!["id"]!.DeepClone();
        credential["nbf"] = Seconds(credential["validFrom"]!);
        credential["exp"] = Seconds(credential["validUntil"]!);
        return credential;
    }

    private static long Seconds(JsonNode instant) =>
        DateTimeOffset
            .Parse(instant.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture)
            .ToUnixTimeSeconds();
}
