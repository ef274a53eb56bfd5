using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Parser;
using CaseNumerique.Host.Tests.Authorization;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace CaseNumerique.Host.Tests.Hardening;

/// <summary>Walks the site as everybody, outside development, and looks at each answer.</summary>
internal sealed class EveryAnswerTests
{
    private const int PagesPerVisitor = 150;

    private World _world = null!;
    private HashSet<string> _files = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _world = await World.MakeAsync("Staging", s => s.AddScoped<IEndpoint, Broken>());
        _files =
        [
            .. _world
                .App.Services.GetServices<EndpointDataSource>()
                .SelectMany(s => s.Endpoints)
                .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
                .Select(e => $"/{((RouteEndpoint)e).RoutePattern.RawText}"),
        ];
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await _world.DisposeAsync();

    [Test]
    public async Task Whatever_a_link_leads_to_carries_the_headers()
    {
        List<string> faults = [];
        foreach (var visitor in _world.Visitors)
        {
            var seen = await WalkAsync(visitor, faults);
            Assert.That(seen, Is.GreaterThan(30), visitor.Name);
        }

        Assert.That(faults, Is.Empty);
    }

    [TestCase("GET", "/nulle-part", 404)]
    [TestCase("GET", "/api/v1/nulle-part", 404)]
    [TestCase("GET", "/api/v1/casse", 500)]
    [TestCase("GET", "/espaces?page=x", 200)]
    [TestCase("PUT", "/connexion", 405)]
    [TestCase("TRACE", "/", 405)]
    [TestCase("TRACE", "/api/v1/lieux", 405)]
    [TestCase("TRACE", "/hangfire", 405)]
    [TestCase("DELETE", "/api/v1/lieux", 405)]
    [TestCase("GET", "/sante/vivant", 200)]
    [TestCase("GET", "/gestion", 302)]
    [TestCase("HEAD", "/", 200)]
    public async Task So_does_whatever_no_link_leads_to(string method, string url, int status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), url);

        using var answer = await _world.Visitors[0].SendAsync(request);

        Assert.That((int)answer.StatusCode, Is.EqualTo(status));
        Assert.That(AnswerRules.Faults(url, answer, isPrivate: false), Is.Empty);
    }

    [Test]
    public async Task So_does_a_file_that_has_not_changed()
    {
        using var first = await _world.Visitors[0].SendAsync(new HttpRequestMessage(HttpMethod.Get, "/site.css"));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/site.css");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var answer = await _world.Visitors[0].SendAsync(request);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
        Assert.That(AnswerRules.Faults("/site.css", answer, isPrivate: false), Is.Empty);
    }

    [Test]
    public async Task So_does_the_refusal_of_one_try_too_many()
    {
        HttpResponseMessage? answer = null;
        for (var i = 0; i < 11; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/connexion");
            request.Headers.Add(TestAddress.Header, "192.0.2.1");
            answer = await _world.Visitors[0].SendAsync(request);
        }

        Assert.That(answer!.StatusCode, Is.EqualTo(HttpStatusCode.TooManyRequests));
        Assert.That(AnswerRules.Faults("/connexion", answer, isPrivate: false), Is.Empty);
    }

    /// <summary>Every form of the route table, sent by each person who may send it, without a token and with another's.</summary>
    [Test]
    public async Task A_form_without_its_own_token_is_refused()
    {
        using var state = new DatabaseState(_world.App.DatabaseFile);
        List<string> faults = [];
        var forms = 0;
        foreach (var ask in _world.Asks.Where(a => a is { Method: "POST", Endpoint.Page: not null }))
        {
            var url = ask.Url(_world.Variants(ask).First().Values);
            foreach (var (visitor, other) in _world.Visitors.Zip(_world.Visitors.Skip(1).Append(_world.Visitors[0])))
            {
                var allowed = await visitor.SendAsync("POST", url);
                state.HasChanged();
                if (allowed.IsRefusal)
                {
                    continue;
                }

                forms++;
                foreach (var token in (string?[])[null, "", other.Token])
                {
                    var answer = await visitor.SendAsync("POST", url, token);
                    if (answer.Status is not HttpStatusCode.BadRequest || state.HasChanged())
                    {
                        faults.Add($"{visitor.Name}: {url} answered {answer.Outcome} to « {token} »");
                    }
                }
            }
        }

        Assert.That(faults, Is.Empty);
        Assert.That(forms, Is.GreaterThan(40));
    }

    private async Task<int> WalkAsync(Visitor visitor, List<string> faults)
    {
        var parser = new HtmlParser();
        HashSet<string> seen = [];
        var known = _world.Asks.Where(a => a.Method == "GET").Select(a => a.Url(_world.Variants(a).First().Values));
        var queue = new Queue<string>(["/", "/gestion", "/plan-du-site", .. known]);
        while (queue.TryDequeue(out var url) && seen.Count < PagesPerVisitor)
        {
            if (!seen.Add(url))
            {
                continue;
            }

            using var answer = await visitor.SendAsync(new HttpRequestMessage(HttpMethod.Get, url));
            var isPrivate = visitor.Name is not ("anonyme" or "fermé") && !_files.Contains(url.Split('?')[0]);
            faults.AddRange(AnswerRules.Faults(url, answer, isPrivate).Select(f => $"{visitor.Name}, {url}: {f}"));
            if (answer.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }

            using var page = parser.ParseDocument(await answer.Content.ReadAsStringAsync());
            var links = page.QuerySelectorAll("[href], [src]")
                .Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!)
                .Select(link => new Uri(new Uri(Visitor.Site, url), link))
                .Where(link => link.Host == Visitor.Site.Host);
            foreach (var link in links)
            {
                queue.Enqueue(link.PathAndQuery);
            }
        }

        return seen.Count;
    }

    private sealed class Broken : IEndpoint
    {
        public void Map(IEndpointRouteBuilder api) =>
            api.MapGet("/casse", string () => throw new InvalidOperationException("Planted.")).AllowAnonymous();
    }
}
