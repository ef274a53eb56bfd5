using System.Net;
using System.Text;
using CaseNumerique.Platform.Data;
using CaseNumerique.Platform.Files;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace CaseNumerique.Host.Tests.Files;

internal sealed class ResumableUploadTests
{
    private static readonly byte[] _content = Forge.Pdf(new string('x', 3_000));

    private App _app = null!;
    private HttpClient _agent = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _app = await Owner.StartAsync();
        _agent = (await _app.BrowserAsync(Roles.Agent)).Client;
    }

    [TearDown]
    public async Task StopAsync()
    {
        _agent.Dispose();
        await _app.DisposeAsync();
    }

    [Test]
    public async Task A_server_says_what_it_speaks()
    {
        var answer = await SendAsync(_agent, HttpMethod.Options, ResumableUploads.Path);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That(Header(answer, "Tus-Version"), Is.EqualTo("1.0.0"));
        Assert.That(Header(answer, "Tus-Extension"), Is.EqualTo("creation,expiration"));
        Assert.That(Header(answer, "Tus-Max-Size"), Is.EqualTo("100000000"));
    }

    [Test]
    public async Task After_a_cut_it_goes_on_where_it_was()
    {
        var url = await BeginAsync(_agent, _content.Length);
        await PatchAsync(_agent, url, 0, _content[..1_000]);

        var asked = await SendAsync(_agent, HttpMethod.Head, url);
        var rest = await PatchAsync(_agent, url, 1_000, _content[1_000..]);

        Assert.That(Header(asked, "Upload-Offset"), Is.EqualTo("1000"));
        Assert.That(Header(asked, "Upload-Length"), Is.EqualTo($"{_content.Length}"));
        Assert.That(asked.Headers.CacheControl?.NoStore, Is.True);
        Assert.That(rest.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That(Header(rest, "Upload-Offset"), Is.EqualTo($"{_content.Length}"));
        Assert.That(DateTimeOffset.Parse(Header(rest, "Upload-Expires")!, null), Is.EqualTo(Clock.Start.AddHours(24)));
        Assert.That(await File.ReadAllBytesAsync(_app.FilesIn("uploads").Single()), Is.EqualTo(_content));
    }

    [TestCase(0, HttpStatusCode.Conflict)]
    [TestCase(999, HttpStatusCode.Conflict)]
    [TestCase(1_001, HttpStatusCode.Conflict)]
    [TestCase(1_000, HttpStatusCode.NoContent)]
    public async Task Only_the_right_offset_goes_on(long offset, HttpStatusCode status)
    {
        var url = await BeginAsync(_agent, _content.Length);
        await PatchAsync(_agent, url, 0, _content[..1_000]);

        var answer = await PatchAsync(_agent, url, offset, _content[1_000..2_000]);

        Assert.That(answer.StatusCode, Is.EqualTo(status));
        Assert.That(await answer.Content.ReadAsStringAsync(), Is.Empty, "No page for a script.");
    }

    [Test]
    public async Task Somebody_elses_upload_is_as_unknown_as_none()
    {
        var url = await BeginAsync(_agent, _content.Length);
        var manager = (await _app.BrowserAsync(Roles.Manager)).Client;

        foreach (var address in new[] { url, $"{ResumableUploads.Path}/{Guid.CreateVersion7()}" })
        {
            var asked = await SendAsync(manager, HttpMethod.Head, address);
            var sent = await PatchAsync(manager, address, 0, _content);
            Assert.That(
                (asked.StatusCode, sent.StatusCode),
                Is.EqualTo((HttpStatusCode.NotFound, HttpStatusCode.NotFound))
            );
        }

        Assert.That(new FileInfo(_app.FilesIn("uploads").Single()).Length, Is.Zero);
    }

    [Test]
    public async Task Nobody_sends_without_an_account()
    {
        var answer = await _app.Anonymous()
            .Client.SendAsync(Request(HttpMethod.Post, ResumableUploads.Path, ("Upload-Length", "1")));

        Assert.That(answer.RequestMessage!.RequestUri!.AbsolutePath, Is.EqualTo("/connexion"));
        Assert.That(_app.FilesIn("uploads"), Is.Empty);
    }

    [Test]
    public async Task Another_version_is_not_spoken()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, ResumableUploads.Path);
        request.Headers.Add("Tus-Resumable", "0.2.2");

        var answer = await _agent.SendAsync(request);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.PreconditionFailed));
        Assert.That(Header(answer, "Tus-Version"), Is.EqualTo("1.0.0"));
    }

    /// <summary>A browser asks before it sends that header for another site, and is not answered: there is no token instead.</summary>
    [Test]
    public async Task Without_its_header_nothing_is_begun()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, ResumableUploads.Path);
        request.Headers.Add("Upload-Length", "1");

        var answer = await _agent.SendAsync(request);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.PreconditionFailed));
        Assert.That(_app.FilesIn("uploads"), Is.Empty);
    }

    [Test]
    public async Task A_piece_must_say_that_it_is_one()
    {
        var url = await BeginAsync(_agent, 10);
        using var request = Request(HttpMethod.Patch, url, ("Upload-Offset", "0"));
        request.Content = new StringContent("0123456789");

        var answer = await _agent.SendAsync(request);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.UnsupportedMediaType));
    }

    [TestCase("100000001", HttpStatusCode.RequestEntityTooLarge)]
    [TestCase("-1", HttpStatusCode.BadRequest)]
    [TestCase("", HttpStatusCode.BadRequest)]
    [TestCase("dix", HttpStatusCode.BadRequest)]
    public async Task A_length_must_be_one_that_is_taken(string length, HttpStatusCode status)
    {
        var answer = await SendAsync(_agent, HttpMethod.Post, ResumableUploads.Path, ("Upload-Length", length));

        Assert.That(answer.StatusCode, Is.EqualTo(status));
    }

    [Test]
    public async Task More_than_announced_is_refused()
    {
        var url = await BeginAsync(_agent, 10);

        var answer = await PatchAsync(_agent, url, 0, new byte[11]);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.RequestEntityTooLarge));
        Assert.That(new FileInfo(_app.FilesIn("uploads").Single()).Length, Is.LessThanOrEqualTo(10));
    }

    [Test]
    public async Task One_person_begins_twenty_at_most()
    {
        for (var i = 0; i < 20; i++)
        {
            await BeginAsync(_agent, 10);
        }

        var answer = await SendAsync(_agent, HttpMethod.Post, ResumableUploads.Path, ("Upload-Length", "10"));
        var other = await BeginAsync((await _app.BrowserAsync(Roles.Manager)).Client, 10);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.RequestEntityTooLarge));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.StartWith("Trop d’envois"));
        Assert.That(other, Is.Not.Empty);
    }

    [Test]
    public async Task One_person_begins_500_MB_at_most()
    {
        for (var i = 0; i < 5; i++)
        {
            await BeginAsync(_agent, 100_000_000);
        }

        var answer = await SendAsync(_agent, HttpMethod.Post, ResumableUploads.Path, ("Upload-Length", "1"));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.RequestEntityTooLarge));
    }

    [Test]
    public async Task What_is_not_finished_in_a_day_is_over()
    {
        var url = await BeginAsync(_agent, _content.Length);
        _app.Clock.Advance(TimeSpan.FromHours(25));
        var returning = (await _app.BrowserAsync(Roles.Agent)).Client;

        var answer = await PatchAsync(returning, url, 0, _content);
        await _app.RunJobAsync(SweepJob.JobId);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(_app.FilesIn("uploads"), Is.Empty);
        Assert.That(await _app.WithAsync((PlatformDbContext db) => db.Uploads.CountAsync()), Is.Zero);
    }

    [Test]
    public async Task The_sweep_leaves_what_is_on_its_way()
    {
        var url = await BeginAsync(_agent, _content.Length);
        await PatchAsync(_agent, url, 0, _content[..10]);

        await _app.RunJobAsync(SweepJob.JobId);

        Assert.That(Header(await SendAsync(_agent, HttpMethod.Head, url), "Upload-Offset"), Is.EqualTo("10"));
    }

    private static async Task<string> BeginAsync(HttpClient client, long length)
    {
        var name = Convert.ToBase64String(Encoding.UTF8.GetBytes("Été.pdf"));
        var answer = await SendAsync(
            client,
            HttpMethod.Post,
            ResumableUploads.Path,
            ("Upload-Length", $"{length}"),
            ("Upload-Metadata", $"filename {name},filetype YQ==")
        );
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Created), await answer.Content.ReadAsStringAsync());
        return answer.Headers.Location!.ToString();
    }

    private static Task<HttpResponseMessage> PatchAsync(HttpClient client, string url, long offset, byte[] piece) =>
        PatchAsync(client, url, offset, new MemoryStream(piece));

    private static async Task<HttpResponseMessage> PatchAsync(HttpClient client, string url, long offset, Stream piece)
    {
        using var request = Request(HttpMethod.Patch, url, ("Upload-Offset", $"{offset}"));
        request.Content = new StreamContent(piece);
        request.Content.Headers.ContentType = new("application/offset+octet-stream");
        return await client.SendAsync(request);
    }

    private static Task<HttpResponseMessage> SendAsync(
        HttpClient client,
        HttpMethod method,
        string url,
        params (string Name, string Value)[] headers
    ) => client.SendAsync(Request(method, url, headers));

    private static HttpRequestMessage Request(
        HttpMethod method,
        string url,
        params (string Name, string Value)[] headers
    )
    {
        var request = new HttpRequestMessage(method, url);
        request.Headers.Add("Tus-Resumable", "1.0.0");
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return request;
    }

    private static string? Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? values.Single() : null;
}
