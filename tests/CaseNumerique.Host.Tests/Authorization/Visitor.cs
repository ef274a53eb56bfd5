using System.Net;
using System.Security.Claims;
using System.Text.RegularExpressions;
using CaseNumerique.Accounts.Access;
using CaseNumerique.Accounts.Data;
using CaseNumerique.TestKit;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CaseNumerique.Host.Tests.Authorization;

/// <summary>Somebody at a browser, with a session that was opened without the sign-in page, and forms that carry their token.</summary>
internal sealed partial class Visitor
{
    /// <summary>Browsers are never told to keep to HTTPS for « localhost ».</summary>
    public static readonly Uri Site = new("https://case-numerique.example");

    private readonly HttpClient _client;
    private readonly string _cookies;

    private Visitor(string name, HttpClient client, string cookies, string token) =>
        (Name, _client, _cookies, Token) = (name, client, cookies, token);

    /// <summary>As the table calls them.</summary>
    public string Name { get; }

    /// <summary>What the visitor's own forms carry.</summary>
    public string Token { get; }

    public static Task<Visitor> WithoutAccountAsync(App app, string name) => OpenAsync(app, name, cookie: null);

    /// <param name="isStrong">Whether a second factor was shown.</param>
    /// <param name="seesAs">The account whose view is shown.</param>
    public static async Task<Visitor> OfAsync(
        App app,
        string name,
        Guid accountId,
        bool isStrong = false,
        Guid? seesAs = null
    )
    {
        var now = app.Clock.GetUtcNow();
        var session = new Session
        {
            AccountId = accountId,
            DeviceId = Guid.NewGuid(),
            DeviceName = "Firefox sur Linux",
            Address = "10.0.0.1",
            Method = SignInMethod.Password,
            StartedAt = now.UtcDateTime,
            LastSeenAt = now.UtcDateTime,
            StrongSince = isStrong ? now.UtcDateTime : null,
            ProvedAt = now.UtcDateTime,
        };
        if (seesAs is { } seen)
        {
            session.SeeAs(seen, now.UtcDateTime);
        }

        await app.WithAsync(
            (AccountsDbContext db) =>
            {
                db.Sessions.Add(session);
                return db.SaveChangesAsync();
            }
        );
        var options = app
            .Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>()
            .Get(IdentityConstants.ApplicationScheme);
        var identity = new ClaimsIdentity(
            [new(SessionPerson.SessionClaim, session.Id.ToString())],
            SessionPerson.Scheme
        );
        var times = new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now + SessionCookie.Idle };
        var ticket = new AuthenticationTicket(
            new ClaimsPrincipal(identity),
            times,
            IdentityConstants.ApplicationScheme
        );
        return await OpenAsync(app, name, $"{options.Cookie.Name}={options.TicketDataFormat.Protect(ticket)}");
    }

    /// <summary>Sends the request as a browser would, with an empty form where the verb takes one; follows no redirect.</summary>
    public Task<Answer> SendAsync(string method, string url) => SendAsync(method, url, Token);

    /// <param name="token">What the form carries instead of the visitor's own; null for a form without.</param>
    public async Task<Answer> SendAsync(string method, string url, string? token)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), url);
        if (method is not ("GET" or "HEAD"))
        {
            KeyValuePair<string, string>[] fields = token is null ? [] : [new("__RequestVerificationToken", token)];
            request.Content = new FormUrlEncodedContent(fields);
        }

        using var response = await SendAsync(request);
        return new(response.StatusCode, response.Headers.Location, await response.Content.ReadAsStringAsync());
    }

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => SendAsync(_client, request, _cookies);

    private static async Task<Visitor> OpenAsync(App app, string name, string? cookie)
    {
        var handler = app.Server.CreateHandler();
        var client = new HttpClient(handler) { BaseAddress = Site };
        // Everybody's pages hold a form: the one that signs in, or the one that signs out.
        using var request = new HttpRequestMessage(HttpMethod.Get, cookie is null ? "/connexion" : "/gestion");
        using var response = await SendAsync(client, request, cookie ?? "");
        var set = response.Headers.TryGetValues("Set-Cookie", out var all) ? all : [];
        var cookies = set.Select(c => c.Split(';')[0]).Append(cookie);
        var token = HiddenToken().Match(await response.Content.ReadAsStringAsync()).Groups[1].Value;
        return new(name, client, string.Join("; ", cookies.Where(c => !string.IsNullOrEmpty(c))), token);
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, HttpRequestMessage request, string cookies)
    {
        request.Headers.TryAddWithoutValidation("Cookie", cookies);
        if (!request.Headers.Contains(TestAddress.Header))
        {
            // An address each: what is counted by address would otherwise answer for the rest.
            request.Headers.Add(TestAddress.Header, new IPAddress(Guid.NewGuid().ToByteArray()).ToString());
        }

        return client.SendAsync(request);
    }

    [GeneratedRegex("""name="__RequestVerificationToken" type="hidden" value="([^"]+)""")]
    private static partial Regex HiddenToken();
}

internal sealed partial record Answer(HttpStatusCode Status, Uri? Location, string Body)
{
    /// <summary>Nothing was shown and nothing was done.</summary>
    public bool IsRefusal => (int)Status >= 400 || IsToSignIn;

    private string Path => Location is null ? "" : new Uri(Visitor.Site, Location).AbsolutePath;

    private bool IsToSignIn => Path == "/connexion";

    /// <summary>As the table says it.</summary>
    public string Outcome =>
        Location is null ? $"{(int)Status}"
        : IsToSignIn ? "connexion"
        : $"{(int)Status} ailleurs";

    /// <summary>All that may tell one answer from another, without what was asked and without the form's token.</summary>
    public string Without(IEnumerable<string> values)
    {
        var all = $"{Status} {Location} {HiddenToken().Replace(Body, "")}";
        return values.Aggregate(all, (text, value) => text.Replace(value, "…", StringComparison.OrdinalIgnoreCase));
    }

    [GeneratedRegex("""<input name="__RequestVerificationToken"[^>]*>""")]
    private static partial Regex HiddenToken();
}
