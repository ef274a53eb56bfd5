using System.Net;
using CaseNumerique.TestKit;
using NUnit.Framework;

namespace CaseNumerique.Host.Tests.Hardening;

/// <summary>Behind a proxy that says by which way it was asked.</summary>
internal sealed class PlainHttpTests
{
    private const string Proxy = "192.0.2.7";

    private App _app = null!;
    private HttpClient _client = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _app = await App.StartAsync(new() { ["ReverseProxy:Addresses"] = Proxy }, environment: "Staging");
        _client = _app.CreateClient(new() { BaseAddress = new("http://ailleurs.example"), AllowAutoRedirect = false });
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }

    [TestCase("GET")]
    [TestCase("HEAD")]
    public async Task A_persons_browser_is_led_to_the_sites_own_address(string method)
    {
        using var answer = await AskAsync(method, "/espaces?q=Pou%C3%A9bo", "text/html,*/*;q=0.8", "http");

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.TemporaryRedirect));
        Assert.That(
            answer.Headers.Location?.AbsoluteUri,
            Is.EqualTo("https://case-numerique.example/espaces?q=Pou%C3%A9bo")
        );
    }

    /// <summary>A program that is led on would go on sending in the open, and nobody would know.</summary>
    [TestCase("GET", "/api/v1/lieux", "application/json")]
    [TestCase("GET", "/api/v1/lieux", "text/html")]
    [TestCase("GET", "/espaces", "*/*")]
    [TestCase("POST", "/connexion", "text/html")]
    public async Task A_program_and_a_form_are_refused(string method, string url, string accept)
    {
        using var answer = await AskAsync(method, url, accept, "http");

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("https"));
        Assert.That(answer.Headers.Location, Is.Null);
    }

    /// <summary>A health check from the machine itself has no TLS, and a stranger's word is not taken.</summary>
    [TestCase(Proxy, "https")]
    [TestCase(Proxy, null)]
    [TestCase("192.0.2.8", "http")]
    public async Task Whatever_else_comes_is_answered(string from, string? scheme)
    {
        using var answer = await AskAsync("GET", "/api/v1/lieux", "application/json", scheme, from);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    private async Task<HttpResponseMessage> AskAsync(
        string method,
        string url,
        string accept,
        string? scheme,
        string from = Proxy
    )
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), url);
        request.Headers.Accept.ParseAdd(accept);
        request.Headers.Add(TestAddress.Header, from);
        if (scheme is not null)
        {
            request.Headers.Add("X-Forwarded-Proto", scheme);
        }

        return await _client.SendAsync(request);
    }
}
