using System.Buffers.Text;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Badges;
using CaseNumerique.Labelling.Tests.Features.Verification;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Labelling.Tests.Features.Badges;

public class ShowCredentialTests
{
    private const string Site = "http://localhost:5080";
    private const string Credential = "/verification/CASE-001/badge.jwt";

    [Test]
    public async Task A_program_verifies_it_with_the_key_that_its_header_leads_to()
    {
        await using var app = await VerifyLabelTests.StartAsync();

        var answer = await app.Anonymous().GetAsync(Credential);
        var parts = answer.Body.Split('.');
        using var key = await KeyOfAsync(app, answer.Body);

        Assert.Multiple(() =>
        {
            Assert.That(answer.Response.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/vc+jwt"));
            Assert.That(answer.Response.Headers.GetValues("Access-Control-Allow-Origin"), Is.EqualTo(new[] { "*" }));
            Assert.That(Verifies(key, parts[0], parts[1], parts[2]), Is.True);
            Assert.That(Verifies(key, parts[0], Tampered(parts[1]), parts[2]), Is.False);
        });
    }

    [Test]
    public async Task It_has_the_shape_of_an_open_badge_of_version_3()
    {
        await using var app = await VerifyLabelTests.StartAsync();

        var badge = PayloadOf((await app.Anonymous().GetAsync(Credential)).Body);
        var subject = badge.GetProperty("credentialSubject");
        var achievement = subject.GetProperty("achievement");

        Assert.Multiple(() =>
        {
            Assert.That(
                Texts(badge.GetProperty("@context")),
                Is.EqualTo(
                    new[]
                    {
                        "https://www.w3.org/ns/credentials/v2",
                        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
                    }
                )
            );
            Assert.That(
                Texts(badge.GetProperty("type")),
                Is.EqualTo(new[] { "VerifiableCredential", "OpenBadgeCredential" })
            );
            Assert.That(badge.GetProperty("id").GetString(), Is.EqualTo($"{Site}/verification/CASE-001"));
            Assert.That(badge.GetProperty("validFrom").GetString(), Is.EqualTo("2024-02-23T00:00:00+11:00"));
            Assert.That(badge.GetProperty("validUntil").GetString(), Is.EqualTo("2027-02-22T23:59:59+11:00"));
            Assert.That(badge.GetProperty("issuer").GetProperty("id").GetString(), Does.EndWith("/emetteur.json"));
            Assert.That(badge.GetProperty("iss").GetString(), Does.EndWith("/emetteur.json"));
            Assert.That(subject.GetProperty("id").GetString(), Is.EqualTo($"{Site}/espaces/les-banians"));
            Assert.That(
                subject.GetProperty("identifier")[0].GetProperty("identityHash").GetString(),
                Is.EqualTo("Les Banians")
            );
            Assert.That(Texts(achievement.GetProperty("type")), Is.EqualTo(new[] { "Achievement" }));
            Assert.That(
                achievement.GetProperty("criteria").GetProperty("narrative").GetString(),
                Does.Contain("animateur")
            );
            Assert.That(
                badge
                    .GetProperty("credentialStatus")
                    .EnumerateArray()
                    .Select(s => s.GetProperty("statusPurpose").GetString()),
                Is.EqualTo(new[] { "revocation", "suspension" })
            );
        });
    }

    [Test]
    public async Task Its_status_follows_the_label_there_and_back()
    {
        await using var app = await VerifyLabelTests.StartAsync();

        var before = await StatusAsync(app);
        await app.ChangeAsync("CASE-001", "suspension");
        var suspended = await StatusAsync(app);
        await app.ChangeAsync("CASE-001", "levee");
        var lifted = await StatusAsync(app);
        await app.ChangeAsync("CASE-001", "retrait");
        var withdrawn = await StatusAsync(app);

        Assert.Multiple(() =>
        {
            Assert.That(before, Is.EqualTo((Revoked: false, Suspended: false)));
            Assert.That(suspended, Is.EqualTo((Revoked: false, Suspended: true)));
            Assert.That(lifted, Is.EqualTo((Revoked: false, Suspended: false)));
            Assert.That(withdrawn, Is.EqualTo((Revoked: true, Suspended: false)));
        });
    }

    [Test]
    public async Task While_its_renewal_is_assessed_it_holds_on_past_its_last_day()
    {
        await using var app = await VerifyLabelTests.StartAsync();
        await app.ChangeAsync("CASE-001", "renouvellement");

        var badge = PayloadOf((await app.Anonymous().GetAsync(Credential)).Body);

        Assert.That(badge.GetProperty("validUntil").GetString(), Is.EqualTo("2027-08-22T23:59:59+11:00"));
    }

    [Test]
    public async Task What_a_renewal_promised_no_longer_holds_once_it_is_refused_past_the_last_day()
    {
        await using var app = await VerifyLabelTests.StartAsync();
        await app.RulesAsync();
        await app.ChangeAsync("CASE-001", "renouvellement");
        var id = await app.RenewalOfAsync("CASE-001", ApplicationStatus.OpinionGiven);
        app.Clock.AdvanceTo(new DateOnly(2027, 3, 1));
        var assessed = await StatusAsync(app);
        var admin = await app.BrowserAsync(Roles.Administrator);

        await admin.DecideAsync(id, "refus", new() { ["Form.Reasons"] = "C1 n’est plus rempli." });

        Assert.That(assessed, Is.EqualTo((Revoked: false, Suspended: false)));
        Assert.That(await StatusAsync(app), Is.EqualTo((Revoked: false, Suspended: true)));
    }

    [Test]
    public async Task A_label_that_nobody_renews_no_longer_holds_from_the_day_after_before_any_job_has_run()
    {
        await using var app = await VerifyLabelTests.StartAsync();
        app.Clock.AdvanceTo(new DateOnly(2027, 2, 22));
        var last = await StatusAsync(app);

        app.Clock.AdvanceTo(new DateOnly(2027, 2, 23));

        Assert.That(last, Is.EqualTo((Revoked: false, Suspended: false)));
        Assert.That(await StatusAsync(app), Is.EqualTo((Revoked: false, Suspended: true)));
    }

    [TestCase("/verification/CASE-999/badge.jwt")]
    [TestCase("/verification/CASE-001/badge.xml")]
    [TestCase("/verification/etats/rien.json")]
    [TestCase("/verification/cles/rien.json")]
    public async Task What_does_not_exist_is_not_found(string url)
    {
        await using var app = await VerifyLabelTests.StartAsync();

        Assert.That((await app.Anonymous().GetAsync(url)).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task The_issuer_names_its_keys_and_people_can_read_the_rest()
    {
        await using var app = await VerifyLabelTests.StartAsync();
        var browser = app.Anonymous();

        var profile = JsonDocument.Parse((await browser.GetAsync("/verification/emetteur.json")).Body).RootElement;
        var kid = HeaderOf((await browser.GetAsync(Credential)).Body).GetProperty("kid").GetString();
        var readable = await browser.GetAsync("/verification/CASE-001/badge.json");

        Assert.Multiple(() =>
        {
            Assert.That(Texts(profile.GetProperty("assertionMethod")), Is.EqualTo(new[] { kid }));
            Assert.That(profile.GetProperty("verificationMethod")[0].GetProperty("id").GetString(), Is.EqualTo(kid));
            Assert.That(readable.Body, Does.Contain("Label Case numérique CASE-001").And.Not.Contain("\"iss\""));
        });
    }

    [Test]
    public async Task The_key_is_made_once_and_kept_out_of_sight()
    {
        var app = await VerifyLabelTests.StartAsync();
        var before = HeaderOf((await app.Anonymous().GetAsync(Credential)).Body).GetProperty("kid").GetString();
        app = await app.RestartAsync();
        await using var again = app;

        var after = HeaderOf((await app.Anonymous().GetAsync(Credential)).Body).GetProperty("kid").GetString();
        var kept = await app.WithAsync((LabellingDbContext db) => db.IssuerKeys.SingleAsync());

        Assert.That(after, Is.EqualTo(before));
        using var key = ECDsa.Create();
        Assert.That(
            () => key.ImportPkcs8PrivateKey(Convert.FromBase64String(kept.Protected), out _),
            Throws.InstanceOf<CryptographicException>()
        );
    }

    [Test]
    public async Task A_key_that_can_no_longer_be_read_is_followed_by_another_and_stays_public()
    {
        var app = await VerifyLabelTests.StartAsync();
        var old = (await app.Anonymous().GetAsync(Credential)).Body;
        await app.WithAsync(
            (LabellingDbContext db) =>
                db.IssuerKeys.ExecuteUpdateAsync(set =>
                    set.SetProperty(k => k.Protected, Convert.ToBase64String(new byte[64]))
                )
        );
        app = await app.RestartAsync();
        await using var again = app;

        var now = (await app.Anonymous().GetAsync(Credential)).Body;
        using var oldKey = await KeyOfAsync(app, old);
        var parts = old.Split('.');

        Assert.That(
            HeaderOf(now).GetProperty("kid").GetString(),
            Is.Not.EqualTo(HeaderOf(old).GetProperty("kid").GetString())
        );
        Assert.That(Verifies(oldKey, parts[0], parts[1], parts[2]), Is.True, "what the old one signed");
    }

    [Test]
    public void The_first_bit_of_a_list_is_the_leftmost_and_a_list_is_never_short()
    {
        var bits = Unpack(ShowStatusList.Encode([0, 9, 140_000]));

        Assert.That((bits[0], bits[1], bits[140_000 / 8]), Is.EqualTo(((byte)0x80, (byte)0x40, (byte)0x80)));
        Assert.That(Unpack(ShowStatusList.Encode([])), Has.Length.EqualTo(16 * 1024));
    }

    /// <summary>As a program does it: by what the credential itself says, each list verified.</summary>
    private static async Task<(bool Revoked, bool Suspended)> StatusAsync(App app)
    {
        var badge = PayloadOf((await app.Anonymous().GetAsync(Credential)).Body);
        Dictionary<string, bool> set = [];
        foreach (var entry in badge.GetProperty("credentialStatus").EnumerateArray())
        {
            var url = entry.GetProperty("statusListCredential").GetString()!;
            var list = (await app.Anonymous().GetAsync(url[Site.Length..])).Body;
            using var key = await KeyOfAsync(app, list);
            var parts = list.Split('.');
            Assert.That(Verifies(key, parts[0], parts[1], parts[2]), Is.True, url);
            var subject = PayloadOf(list).GetProperty("credentialSubject");
            Assert.That(PayloadOf(list).GetProperty("id").GetString(), Is.EqualTo(url));
            var bits = Unpack(subject.GetProperty("encodedList").GetString()!);
            var index = int.Parse(entry.GetProperty("statusListIndex").GetString()!, CultureInfo.InvariantCulture);
            set[subject.GetProperty("statusPurpose").GetString()!] = (bits[index / 8] & (0x80 >> (index % 8))) != 0;
        }

        return (set["revocation"], set["suspension"]);
    }

    private static async Task<ECDsa> KeyOfAsync(App app, string jwt)
    {
        var url = HeaderOf(jwt).GetProperty("kid").GetString()!;
        var jwk = JsonDocument.Parse((await app.Anonymous().GetAsync(url[Site.Length..])).Body).RootElement;
        return ECDsa.Create(
            new ECParameters
            {
                Curve = ECCurve.NamedCurves.nistP256,
                Q = new()
                {
                    X = Base64Url.DecodeFromChars(jwk.GetProperty("x").GetString()),
                    Y = Base64Url.DecodeFromChars(jwk.GetProperty("y").GetString()),
                },
            }
        );
    }

    private static bool Verifies(ECDsa key, string header, string payload, string signature) =>
        key.VerifyData(
            Encoding.ASCII.GetBytes($"{header}.{payload}"),
            Base64Url.DecodeFromChars(signature),
            HashAlgorithmName.SHA256
        );

    private static string Tampered(string payload) =>
        Base64Url.EncodeToString(
            Encoding.UTF8.GetBytes(
                Encoding.UTF8.GetString(Base64Url.DecodeFromChars(payload)).Replace("CASE-001", "CASE-002")
            )
        );

    private static JsonElement HeaderOf(string jwt) => Part(jwt, 0);

    private static JsonElement PayloadOf(string jwt) => Part(jwt, 1);

    private static JsonElement Part(string jwt, int index) =>
        JsonDocument.Parse(Base64Url.DecodeFromChars(jwt.Split('.')[index])).RootElement;

    private static IEnumerable<string?> Texts(JsonElement array) => array.EnumerateArray().Select(e => e.GetString());

    private static byte[] Unpack(string encoded)
    {
        using var gzip = new GZipStream(
            new MemoryStream(Base64Url.DecodeFromChars(encoded.AsSpan(1))),
            CompressionMode.Decompress
        );
        using var bits = new MemoryStream();
        gzip.CopyTo(bits);
        return bits.ToArray();
    }
}
