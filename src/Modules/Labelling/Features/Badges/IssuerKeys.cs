using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Badges;

/// <summary>Makes the key that credentials are signed with, once, and signs (ES256, as VC-JOSE-COSE says).</summary>
internal sealed class IssuerKeys(LabellingDbContext db, IDataProtectionProvider protection, TimeProvider clock)
{
    private readonly IDataProtector _protector = protection.CreateProtector("CaseNumerique.Labelling.IssuerKey");

    /// <summary>At the start of a host, since a public read must write nothing.</summary>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        var newest = await NewestAsync(cancellationToken);
        if (newest is not null && TryOpen(newest) is { } known)
        {
            known.Dispose();
            return;
        }

        // None yet, or one that can no longer be read since the keys of Data Protection were lost.
        db.IssuerKeys.Add(Make((newest?.Number ?? 0) + 1));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException error) when (error.IsDuplicate())
        {
            // Another host was first: its key serves both.
        }
    }

    /// <returns>The payload as a compact JWS.</returns>
    /// <param name="keyUrl">Where the public half of a key stands, by its thumbprint.</param>
    public async Task<string> SignAsync(
        JsonObject payload,
        Func<string, string> keyUrl,
        CancellationToken cancellationToken
    )
    {
        var key =
            await NewestAsync(cancellationToken) ?? throw new InvalidOperationException("No issuer key was made.");
        using var ecdsa =
            TryOpen(key) ?? throw new InvalidOperationException($"Issuer key {key.Thumbprint} cannot be read.");
        var header = new JsonObject
        {
            ["alg"] = "ES256",
            ["typ"] = "vc+jwt",
            ["cty"] = "vc",
            ["kid"] = keyUrl(key.Thumbprint),
        };
        var signed = $"{Encode(header)}.{Encode(payload)}";
        var signature = ecdsa.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256);
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }

    /// <summary>The public half, as a JWK.</summary>
    public static JsonObject ToJwk(IssuerKey key, string id) =>
        new()
        {
            ["kty"] = "EC",
            ["crv"] = "P-256",
            ["x"] = key.X,
            ["y"] = key.Y,
            ["kid"] = id,
            ["use"] = "sig",
            ["alg"] = "ES256",
        };

    private Task<IssuerKey?> NewestAsync(CancellationToken cancellationToken) =>
        db.IssuerKeys.AsNoTracking().OrderByDescending(k => k.Number).FirstOrDefaultAsync(cancellationToken);

    private ECDsa? TryOpen(IssuerKey key)
    {
        try
        {
            var ecdsa = ECDsa.Create();
            ecdsa.ImportPkcs8PrivateKey(_protector.Unprotect(Convert.FromBase64String(key.Protected)), out _);
            return ecdsa;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IssuerKey Make(int number)
    {
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var point = ecdsa.ExportParameters(includePrivateParameters: false).Q;
        var (x, y) = (Base64Url.EncodeToString(point.X), Base64Url.EncodeToString(point.Y));
        // RFC 7638: these members only, in this order, without spaces.
        var canonical = $$"""{"crv":"P-256","kty":"EC","x":"{{x}}","y":"{{y}}"}""";
        return new IssuerKey
        {
            Number = number,
            Thumbprint = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(canonical))),
            X = x,
            Y = y,
            Protected = Convert.ToBase64String(_protector.Protect(ecdsa.ExportPkcs8PrivateKey())),
            MadeAt = clock.UtcNow,
        };
    }

    private static string Encode(JsonObject json) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString(CredentialPage.Json)));
}
