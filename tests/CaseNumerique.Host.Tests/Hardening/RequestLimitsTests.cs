using System.Net;
using System.Net.Sockets;
using System.Text;
using CaseNumerique.TestKit;
using NUnit.Framework;

namespace CaseNumerique.Host.Tests.Hardening;

/// <summary>What only a real server can refuse.</summary>
internal sealed class RequestLimitsTests
{
    private App _app = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _app = await App.ServeAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _app.DisposeAsync();

    [TestCase(1, HttpStatusCode.BadRequest)]
    [TestCase(1024 * 1024 + 1, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_body_is_a_mebibyte_at_most(int bytes, HttpStatusCode status)
    {
        using var client = _app.CreateClient();
        using var content = new ByteArrayContent(new byte[bytes]);
        content.Headers.ContentType = new("application/x-www-form-urlencoded");

        using var answer = await client.PostAsync("/connexion", content);

        Assert.That(answer.StatusCode, Is.EqualTo(status));
        Assert.That(answer.Headers.Contains("Content-Security-Policy"));
        Assert.That(answer.Headers.Contains("Server"), Is.False);
    }

    [TestCase("GET /{0} HTTP/1.1\r\nHost: localhost\r\n\r\n", 5_000, "414")]
    [TestCase("GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: {0}\r\n\r\n", 20_000, "431")]
    public async Task A_request_has_an_end(string request, int letters, string status)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, _app.ClientOptions.BaseAddress.Port);
        await using var stream = client.GetStream();
        var text = request.Replace("{0}", new string('a', letters), StringComparison.Ordinal);

        await stream.WriteAsync(Encoding.ASCII.GetBytes(text));
        using var reader = new StreamReader(stream);

        Assert.That(await reader.ReadLineAsync(), Does.StartWith($"HTTP/1.1 {status}"));
    }
}
