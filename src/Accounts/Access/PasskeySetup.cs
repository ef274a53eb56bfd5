using CaseNumerique.SharedKernel;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CaseNumerique.Accounts.Access;

/// <summary>What is asked of a passkey: it belongs to the site's address, it lists itself, and it makes sure of its owner.</summary>
internal static class PasskeySetup
{
    public static IServiceCollection AddPasskeys(this IServiceCollection services)
    {
        services.AddScoped<PasskeyProof>();
        services
            .AddOptions<IdentityPasskeyOptions>()
            .Configure<IOptions<PortalOptions>>(
                (options, portal) =>
                {
                    var site = new Uri(portal.Value.BaseUrl);
                    // From the settings, and not from a header that whoever asks can choose.
                    options.ServerDomain = site.Host;
                    options.ValidateOrigin = context =>
                        ValueTask.FromResult(!context.CrossOrigin && IsSite(site, context.Origin));
                    // So that a passkey is two factors at once: the device, and its owner's finger, face or code.
                    options.UserVerificationRequirement = "required";
                    // So that nobody types an address first, and nobody learns from the answer which addresses have a key.
                    options.ResidentKeyRequirement = "required";
                }
            );
        return services;
    }

    private static bool IsSite(Uri site, string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var asked)
        && asked.Scheme == site.Scheme
        && asked.Host == site.Host
        // A developer's machine serves on whatever port is free.
        && (asked.Port == site.Port || site.IsLoopback);
}
