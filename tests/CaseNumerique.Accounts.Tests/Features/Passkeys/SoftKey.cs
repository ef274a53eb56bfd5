using System.Buffers.Binary;
using System.Formats.Cbor;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace CaseNumerique.Accounts.Tests.Features.Passkeys;

/// <summary>An authenticator and the browser around it, in software: answers challenges as WebAuthn says.</summary>
/// <remarks>It does what a test tells it, wrong things among them, which no real one would.</remarks>
internal sealed class SoftKey : IDisposable
{
    public const string Site = "https://localhost";

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _id = RandomNumberGenerator.GetBytes(32);
    private string _userHandle = "";

    /// <summary>The page that the browser believes to show.</summary>
    public string Origin { get; set; } = Site;

    /// <summary>Whether it made sure of its owner.</summary>
    public bool IsVerified { get; set; } = true;

    /// <summary>How often it has signed.</summary>
    public uint Count { get; set; }

    public string Id => WebEncoders.Base64UrlEncode(_id);

    /// <summary>Makes the key.</summary>
    /// <param name="options">The site's challenge for a new key.</param>
    public string Create(string options)
    {
        var asked = JsonNode.Parse(options)!;
        _userHandle = (string)asked["user"]!["id"]!;
        var parameters = _key.ExportParameters(includePrivateParameters: false);
        var writer = new CborWriter();
        writer.WriteStartMap(3);
        writer.WriteTextString("fmt");
        writer.WriteTextString("none");
        writer.WriteTextString("attStmt");
        writer.WriteStartMap(0);
        writer.WriteEndMap();
        writer.WriteTextString("authData");
        writer.WriteByteString([.. Data((string)asked["rp"]!["id"]!, isNew: true), .. Credential(parameters)]);
        writer.WriteEndMap();
        return Answer(
            new()
            {
                ["clientDataJSON"] = Encode(ClientData("webauthn.create", asked)),
                ["attestationObject"] = Encode(writer.Encode()),
                ["transports"] = new JsonArray("internal"),
            }
        );
    }

    /// <summary>Signs with the key.</summary>
    /// <param name="options">The site's challenge.</param>
    public string Sign(string options)
    {
        var asked = JsonNode.Parse(options)!;
        var data = Data((string)asked["rpId"]!, isNew: false);
        var client = ClientData("webauthn.get", asked);
        var signature = _key.SignData(
            [.. data, .. SHA256.HashData(client)],
            HashAlgorithmName.SHA256,
            DSASignatureFormat.Rfc3279DerSequence
        );
        return Answer(
            new()
            {
                ["clientDataJSON"] = Encode(client),
                ["authenticatorData"] = Encode(data),
                ["signature"] = Encode(signature),
                ["userHandle"] = _userHandle,
            }
        );
    }

    public void Dispose() => _key.Dispose();

    private string Answer(JsonObject response) =>
        new JsonObject
        {
            ["id"] = Id,
            ["rawId"] = Id,
            ["type"] = "public-key",
            ["clientExtensionResults"] = new JsonObject(),
            ["response"] = response,
        }.ToJsonString();

    private byte[] ClientData(string type, JsonNode asked) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                type,
                challenge = (string)asked["challenge"]!,
                origin = Origin,
                crossOrigin = false,
            }
        );

    private byte[] Data(string site, bool isNew)
    {
        const byte present = 0x01;
        const byte verified = 0x04;
        const byte holdsCredential = 0x40;
        var data = new byte[37];
        SHA256.HashData(Encoding.UTF8.GetBytes(site)).CopyTo(data, 0);
        data[32] = (byte)(present | (IsVerified ? verified : 0) | (isNew ? holdsCredential : 0));
        BinaryPrimitives.WriteUInt32BigEndian(data.AsSpan(33), ++Count);
        return data;
    }

    private byte[] Credential(ECParameters parameters)
    {
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)_id.Length);
        var key = new CborWriter(CborConformanceMode.Ctap2Canonical);
        key.WriteStartMap(5);
        // COSE: an elliptic curve key (1: 2) for ES256 (3: -7) on P-256 (-1: 1).
        Number(1, 2);
        Number(3, -7);
        Number(-1, 1);
        key.WriteInt32(-2);
        key.WriteByteString(parameters.Q.X!);
        key.WriteInt32(-3);
        key.WriteByteString(parameters.Q.Y!);
        key.WriteEndMap();
        return [.. new byte[16], .. length, .. _id, .. key.Encode()];

        void Number(int label, int value)
        {
            key.WriteInt32(label);
            key.WriteInt32(value);
        }
    }

    private static string Encode(byte[] bytes) => WebEncoders.Base64UrlEncode(bytes);
}
