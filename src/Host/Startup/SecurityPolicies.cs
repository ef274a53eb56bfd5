using CaseNumerique.Platform.Files;
using CaseNumerique.SharedKernel;
using Microsoft.Net.Http.Headers;

namespace CaseNumerique.Host.Startup;

/// <summary>The response headers of the site. Nothing is loaded from elsewhere, and nothing inline is run or applied.</summary>
internal static class SecurityPolicies
{
    private const string Mail = "mail";
    private const string Files = "files";
    private const string Dashboard = "dashboard";
    private const string OtherSites = "other-sites";

    public static void AddSecurityPolicies(this IServiceCollection services) =>
        services
            .AddSecurityHeaderPolicies()
            .SetDefaultPolicy(policy =>
                policy
                    .AddCommon()
                    .AddContentSecurityPolicy(csp =>
                    {
                        csp.AddDefaultSrc().None();
                        csp.AddScriptSrc().Self();
                        csp.AddStyleSrc().Self();
                        csp.AddImgSrc().Self();
                        csp.AddConnectSrc().Self();
                        csp.AddFormAction().Self();
                        csp.AddBaseUri().None();
                        csp.AddFrameAncestors().None();
                    })
            )
            // A mail carries its own styles; it is shown by itself, cut off from the site.
            .AddPolicy(
                Mail,
                policy =>
                    policy
                        .AddCommon()
                        .AddContentSecurityPolicy(csp =>
                        {
                            csp.AddDefaultSrc().None();
                            csp.AddStyleSrc().UnsafeInline();
                            csp.AddFrameAncestors().None();
                            csp.AddSandbox();
                        })
            )
            // What people sent is to be saved; should a browser show it all the same, nothing in it may act.
            .AddPolicy(
                Files,
                policy =>
                    policy
                        .AddCommon()
                        .AddContentSecurityPolicy(csp =>
                        {
                            csp.AddDefaultSrc().None();
                            csp.AddFrameAncestors().None();
                            csp.AddSandbox();
                        })
            )
            // A badge stands on pages of other sites, and programs of other sites read a credential. Nothing in it may act.
            .AddPolicy(
                OtherSites,
                policy =>
                    policy
                        .AddCommon()
                        .AddCrossOriginResourcePolicy(resource => resource.CrossOrigin())
                        .AddCustomHeader(HeaderNames.AccessControlAllowOrigin, "*")
                        .AddContentSecurityPolicy(csp =>
                        {
                            csp.AddDefaultSrc().None();
                            csp.AddFrameAncestors().None();
                        })
            )
            // Hangfire's pages bring their own images and fonts.
            .AddPolicy(
                Dashboard,
                policy =>
                    policy
                        .AddCommon()
                        .AddContentSecurityPolicy(csp =>
                        {
                            csp.AddDefaultSrc().None();
                            csp.AddScriptSrc().Self();
                            csp.AddStyleSrc().Self();
                            csp.AddImgSrc().Self().Data();
                            csp.AddFontSrc().Self();
                            csp.AddConnectSrc().Self();
                            csp.AddFormAction().Self();
                            csp.AddBaseUri().None();
                            csp.AddFrameAncestors().None();
                        })
            )
            .SetPolicySelector(context =>
                MailTemplate.IsShownAlone(context.HttpContext) ? context.ConfiguredPolicies[Mail]
                : ServeFile.IsServed(context.HttpContext) ? context.ConfiguredPolicies[Files]
                : context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<ForOtherSitesAttribute>() is not null
                    ? context.ConfiguredPolicies[OtherSites]
                : context.HttpContext.Request.Path.StartsWithSegments("/hangfire")
                    ? context.ConfiguredPolicies[Dashboard]
                : context.DefaultPolicy
            );

    private static HeaderPolicyCollection AddCommon(this HeaderPolicyCollection policy) =>
        policy
            .AddContentTypeOptionsNoSniff()
            .AddReferrerPolicySameOrigin()
            .AddCrossOriginOpenerPolicy(opener => opener.SameOrigin())
            .AddCrossOriginResourcePolicy(resource => resource.SameOrigin())
            .AddPermissionsPolicy(permissions =>
            {
                permissions.AddCamera().None();
                permissions.AddGeolocation().None();
                permissions.AddMicrophone().None();
                permissions.AddPayment().None();
                permissions.AddUsb().None();
            })
            .AddStrictTransportSecurityMaxAgeIncludeSubDomains(maxAgeInSeconds: 31_536_000)
            .RemoveServerHeader();
}
