using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;

namespace CaseNumerique.Host.Startup;

/// <summary>Refuses to start while an endpoint says nothing of who may reach it.</summary>
internal static class EndpointPolicies
{
    /// <summary>The framework's own, in development, for files added since the build: closed, and of no use to us.</summary>
    private const string FilesOfDevelopment = "{**path:file}";

    /// <exception cref="InvalidOperationException">An endpoint names no policy; the message names its route.</exception>
    public static async Task CheckAsync(WebApplication app)
    {
        var vague = (await ReadAsync(app.Services, ((IEndpointRouteBuilder)app).DataSources))
            .Where(e => !NamesAPolicy(e.Metadata))
            .Select(e => $"« {e.Route} »")
            .Distinct()
            .ToList();
        if (vague.Count > 0)
        {
            throw new InvalidOperationException(
                $"No policy is named by {string.Join(", ", vague)}: add [Authorize(Policies.…)] or [AllowAnonymous]."
            );
        }
    }

    /// <summary>All that answers a request, with what it asks for.</summary>
    public static async Task<IReadOnlyList<KnownEndpoint>> ReadAsync(
        IServiceProvider services,
        IEnumerable<EndpointDataSource> sources
    )
    {
        var loader = services.GetRequiredService<PageLoader>();
        List<KnownEndpoint> known = [];
        foreach (var endpoint in sources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>())
        {
            var route = endpoint.RoutePattern.RawText ?? "";
            // Links to pages are made from endpoints that answer nothing themselves.
            var isRoutingOnly = endpoint.Metadata.GetMetadata<ISuppressMatchingMetadata>()?.SuppressMatching == true;
            if (isRoutingOnly || endpoint.RequestDelegate is null || route == FilesOfDevelopment)
            {
                continue;
            }

            // A page tells what it asks for once it is loaded, which otherwise happens at its first visit.
            var page = endpoint.Metadata.GetMetadata<PageActionDescriptor>();
            var loaded = page is null ? null : await loader.LoadAsync(page, endpoint.Metadata);
            known.Add(
                new(
                    "/" + route.TrimStart('/'),
                    endpoint,
                    loaded,
                    loaded is null ? endpoint.Metadata : new EndpointMetadataCollection(loaded.EndpointMetadata!)
                )
            );
        }

        return known;
    }

    private static bool NamesAPolicy(EndpointMetadataCollection metadata) =>
        metadata.Any(m => m is IAllowAnonymous or AuthorizationPolicy or IAuthorizeData { Policy.Length: > 0 });
}

/// <param name="Route">The pattern, from the root.</param>
/// <param name="Page">Null for what is no page.</param>
/// <param name="Metadata">A page's own, once it is loaded.</param>
internal sealed record KnownEndpoint(
    string Route,
    RouteEndpoint Endpoint,
    CompiledPageActionDescriptor? Page,
    EndpointMetadataCollection Metadata
);
