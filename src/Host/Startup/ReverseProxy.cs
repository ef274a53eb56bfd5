using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace CaseNumerique.Host.Startup;

/// <summary>The section <c>ReverseProxy</c>: whose word is taken for the visitor's address and for https.</summary>
internal static class ReverseProxy
{
    /// <summary>Addresses of the proxies, separated by commas; none by default.</summary>
    private const string Setting = "ReverseProxy:Addresses";

    /// <exception cref="SettingException">An address is not one.</exception>
    public static void AddReverseProxy(this IServiceCollection services, IConfiguration configuration)
    {
        var texts = (configuration[Setting] ?? "").Split(
            ',',
            StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
        );
        var addresses = texts.Select(Parse).ToList();
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders =
                addresses.Count == 0
                    ? ForwardedHeaders.None
                    : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            // The framework trusts the machine itself by default: here, only who is named.
            options.KnownIPNetworks.Clear();
            options.KnownProxies.Clear();
            addresses.ForEach(options.KnownProxies.Add);
        });
    }

    private static IPAddress Parse(string text) =>
        IPAddress.TryParse(text, out var address)
            ? address
            : throw new SettingException($"ReverseProxy__Addresses : « {text} » n’est pas une adresse IP.");
}
