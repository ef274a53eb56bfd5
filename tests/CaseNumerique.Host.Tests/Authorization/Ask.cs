using System.Text.RegularExpressions;
using CaseNumerique.Host.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;

namespace CaseNumerique.Host.Tests.Authorization;

/// <summary>One thing that can be asked of an endpoint: a verb, and the handler where a page has several.</summary>
internal sealed partial record Ask(KnownEndpoint Endpoint, string Method, string? Handler)
{
    public string Route => Endpoint.Route;

    /// <summary>As the table says it: the route, and the handler as it stands in the address.</summary>
    public string Name => Handler is null ? Route : $"{Route}?handler={Handler}";

    public bool IsPublic => Endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    public IReadOnlyList<string> Parameters => [.. Braces().Matches(Route).Select(m => m.Groups[1].Value)];

    /// <summary>Each verb that the endpoint answers, each handler of a page, and one verb that it does not answer.</summary>
    public static IEnumerable<Ask> Of(IEnumerable<KnownEndpoint> endpoints) =>
        endpoints.Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null).SelectMany(Of).Distinct();

    public string Url(IReadOnlyDictionary<string, string> values)
    {
        var path = Braces().Replace(Route, m => Uri.EscapeDataString(values[m.Groups[1].Value]));
        return Handler is null ? path : $"{path}?handler={Handler}";
    }

    private static IEnumerable<Ask> Of(KnownEndpoint endpoint)
    {
        if (endpoint.Page is { } page)
        {
            yield return new(endpoint, "GET", null);
            yield return new(endpoint, "POST", null);
            yield return new(endpoint, "PUT", null);
            foreach (var handler in page.HandlerMethods.Where(h => !string.IsNullOrEmpty(h.Name)))
            {
                yield return new(endpoint, handler.HttpMethod.ToUpperInvariant(), handler.Name);
            }

            yield break;
        }

        var methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [];
        string[] answered = methods.Count > 0 ? [.. methods.Select(m => m.ToUpperInvariant())] : ["GET", "POST"];
        foreach (var method in answered.Append(answered.Contains("DELETE") ? "PATCH" : "DELETE"))
        {
            yield return new(endpoint, method, null);
        }
    }

    [GeneratedRegex(@"\{\**(\w+)[^}]*\}")]
    private static partial Regex Braces();
}
