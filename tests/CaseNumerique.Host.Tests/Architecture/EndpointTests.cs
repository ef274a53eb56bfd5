using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace CaseNumerique.Host.Tests.Architecture;

internal sealed class EndpointTests
{
    /// <summary>The framework's own, in development, for files added since the build: closed, and of no use to us.</summary>
    private const string FilesOfDevelopment = "{**path:file}";

    [Test]
    public async Task Everything_that_answers_names_a_policy()
    {
        await using var app = await App.StartAsync();

        var endpoints = await EndpointsAsync(app);

        Assert.That(endpoints, Has.Count.GreaterThan(30));
        Assert.That(SliceRules.EndpointsWithoutPolicy(endpoints), Is.Empty);
    }

    [Test]
    public async Task What_names_none_is_seen_and_stays_closed()
    {
        await using var app = await App.StartAsync(configure: s => s.AddScoped<IEndpoint, Forgotten>());

        Assert.That(
            SliceRules.EndpointsWithoutPolicy(await EndpointsAsync(app)),
            Is.EqualTo(new[] { "/api/v1/oublie" })
        );
        foreach (var browser in new[] { app.Anonymous(), await app.BrowserAsync(Roles.Administrator) })
        {
            Assert.That((await browser.GetAsync("/api/v1/oublie")).Body, Does.Not.Contain("secret"));
        }
    }

    /// <summary>Pages tell what they ask for once they are loaded, which otherwise happens at their first visit.</summary>
    private static async Task<IReadOnlyList<Endpoint>> EndpointsAsync(App app)
    {
        var loader = app.Services.GetRequiredService<PageLoader>();
        List<Endpoint> loaded = [];
        foreach (var endpoint in app.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints))
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                var compiled = await loader.LoadAsync(page, endpoint.Metadata);
                var metadata = new EndpointMetadataCollection(compiled.EndpointMetadata!);
                loaded.Add(new Endpoint(endpoint.RequestDelegate, metadata, page.ViewEnginePath));
            }
            else if (endpoint is not RouteEndpoint { RoutePattern.RawText: FilesOfDevelopment })
            {
                loaded.Add(endpoint);
            }
        }

        return loaded;
    }

    private sealed class Forgotten : IEndpoint
    {
        public void Map(IEndpointRouteBuilder api) => api.MapGet("/oublie", () => "secret");
    }
}
