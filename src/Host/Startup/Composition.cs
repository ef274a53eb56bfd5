using System.Globalization;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using CaseNumerique.Accounts;
using CaseNumerique.Events;
using CaseNumerique.Host.Features;
using CaseNumerique.Labelling;
using CaseNumerique.Network;
using CaseNumerique.Platform;
using CaseNumerique.Resources;
using CaseNumerique.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CaseNumerique.Host.Startup;

/// <summary>Puts the one host together: the four modules, the platform, and the pipeline, once.</summary>
internal static class Composition
{
    /// <summary>Every assembly that holds slices.</summary>
    public static readonly Assembly[] Slices =
    [
        typeof(LabellingModule).Assembly,
        typeof(NetworkModule).Assembly,
        typeof(ResourcesModule).Assembly,
        typeof(EventsModule).Assembly,
        typeof(AccountsModule).Assembly,
        typeof(PlatformModule).Assembly,
        typeof(Composition).Assembly,
    ];

    /// <summary>The faces of a slice that the host looks for.</summary>
    private static readonly Type[] _faces =
    [
        typeof(IEndpoint),
        typeof(IRecurringJob),
        typeof(IMailCheck),
        typeof(IFileAccess),
        typeof(ITodoSource),
        typeof(IExampleData),
        typeof(IConsoleCommand),
        typeof(IPersonalData),
        typeof(IRetention),
    ];

    public static WebApplicationBuilder CreateBuilder(string[] args)
    {
        // Whatever the machine's language, a number in a URL or in an SVG is written the same way.
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        var published = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                Args = args,
                ApplicationName = typeof(Composition).Assembly.GetName().Name,
                WebRootPath = Directory.Exists(published) ? published : null,
            }
        );
        builder.WebHost.UseStaticWebAssets();
        builder.Host.UseDefaultServiceProvider(options => options.ValidateOnBuild = options.ValidateScopes = true);
        builder.Configuration.Sources.Insert(
            0,
            new Microsoft.Extensions.Configuration.Memory.MemoryConfigurationSource
            {
                InitialData = Settings.Defaults(builder.Environment),
            }
        );
        builder.AddRequestLimits();
        builder.AddCaseNumerique();
        return builder;
    }

    private static void AddCaseNumerique(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(provider =>
            Settings.ReadDatabase(provider.GetRequiredService<IConfiguration>(), builder.Environment)
        );
        services.AddSingleton(TimeProvider.System);
        services.Configure<PortalOptions>(builder.Configuration.GetSection(PortalOptions.Section));
        services.AddSingleton<ExampleDataMark>();
        services.AddScoped<ExampleData>();

        services.AddLabelling().AddNetwork().AddResources().AddEvents();
        services.AddSingleton(Settings.ReadKeyCertificates(builder.Configuration, builder.Environment));
        services.AddAccounts(builder.Configuration, builder.Environment);
        services.AddPlatform(builder.Configuration);

        services.AddMediatR(mediator =>
            mediator
                .RegisterServicesFromAssemblies(Slices)
                .AddOpenBehavior(typeof(TelemetryBehaviour<,>))
                .AddOpenBehavior(typeof(AuditBehaviour<,>))
                .AddOpenBehavior(typeof(ValidationBehaviour<,>))
        );
        services.AddValidatorsFromAssemblies(Slices, includeInternalTypes: true);
        services.Scan(scan =>
            scan.FromAssemblies([.. Slices, typeof(IRecurringJob).Assembly])
                .AddClasses(classes => classes.AssignableToAny(_faces), publicOnly: false)
                .As(type => type.GetInterfaces().Intersect(_faces))
                .WithScopedLifetime()
        );

        services
            .AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(IsNowhere).Build());
        services.AddProblemDetails();
        services.AddReverseProxy(builder.Configuration);
        services.AddSecurityPolicies();
        SecurityEvents.Add(services);
        // Accents stand as they are in the pages: lighter, and readable at the source.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services
            .AddRazorPages(pages =>
            {
                pages.RootDirectory = "/Features";
                pages.Conventions.LimitMethods();
            })
            .AddMvcOptions(mvc =>
            {
                mvc.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
                mvc.ModelBindingMessageProvider.SpeakFrench();
            });
        services.Configure<RouteOptions>(routes => routes.LowercaseUrls = true);
    }

    // What nobody mapped is not found, and a verb that nobody mapped is refused by routing itself; what was mapped without a
    // policy is closed to all.
    private static bool IsNowhere(AuthorizationHandlerContext context) =>
        context.Resource is HttpContext http && http.GetEndpoint() is not RouteEndpoint;
}
