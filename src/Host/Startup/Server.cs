using CaseNumerique.Accounts.Access;
using CaseNumerique.Accounts.Features.Accounts;
using CaseNumerique.Host.Features;
using CaseNumerique.Labelling;
using CaseNumerique.Platform;
using CaseNumerique.Platform.Data;
using CaseNumerique.Platform.Files;
using CaseNumerique.Platform.Jobs;
using CaseNumerique.SharedKernel;
using Hangfire;
using Microsoft.Extensions.Options;

namespace CaseNumerique.Host.Startup;

/// <summary>Serves the site.</summary>
internal static class Server
{
    public static async Task<int> RunAsync(string[] args)
    {
        var builder = Composition.CreateBuilder(args);
        if (builder.Configuration["urls"] is null && builder.Configuration["http_ports"] is null)
        {
            builder.WebHost.UseUrls(Settings.DefaultUrl);
        }

        var app = builder.Build();
        Map(app);
        await EndpointPolicies.CheckAsync(app);
        await PrepareAsync(app);
        await app.StartAsync();
        Greet(app);
        await app.WaitForShutdownAsync();
        return 0;
    }

    /// <summary>Brings the database up to date and, where asked, fills it.</summary>
    private static async Task PrepareAsync(WebApplication app)
    {
        var stopping = app.Lifetime.ApplicationStopping;
        var wantsExamples = Settings.WantsExampleData(app.Configuration, app.Environment);
        Settings.Check(app.Services.GetRequiredService<IOptions<PortalOptions>>().Value);
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        await app.Services.GetRequiredService<DatabaseMigrator>().MigrateAsync(stopping);
        await AccountsSetup.EnsureRolesAsync(app.Services);
        await AccountsSetup.EnsureSearchTextsAsync(app.Services, stopping);
        await LabellingModule.PrepareAsync(app.Services, stopping);
        await using var scope = app.Services.CreateAsyncScope();
        var examples = scope.ServiceProvider.GetRequiredService<ExampleData>();
        if (wantsExamples)
        {
            await examples.AddMissingAsync(ExampleData.Demonstration, stopping);
        }

        app.Services.GetRequiredService<ExampleDataMark>().IsShown =
            wantsExamples || await examples.ArePresentAsync(stopping);
    }

    private static void Map(WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        app.UsePlainHttpRefusal();
        app.UseNoTrace();
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments("/api"),
            api => api.UseExceptionHandler().UseStatusCodePages()
        );
        app.UseWhen(
            context => !context.Request.Path.StartsWithSegments("/api"),
            pages => pages.UseExceptionHandler("/erreur/500").UseStatusCodePagesWithReExecute("/erreur/{0}")
        );
        app.UseRouting();
        app.UseTooLarge();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseRefusalJournal();
        app.UseSeeAsGuard();
        app.UsePrivateAnswers();
        app.UseAuthorization();
        app.UseAntiforgery();

        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages();
        app.MapFiles();
        using (var scope = app.Services.CreateScope())
        {
            var api = app.MapGroup("/api/v1");
            foreach (var endpoint in scope.ServiceProvider.GetServices<IEndpoint>())
            {
                endpoint.Map(api);
            }
        }

        app.MapGet("/sante/vivant", () => Results.Text("vivant")).AllowAnonymous();
        app.MapGet("/sante/pret", ReadyAsync).AllowAnonymous();
        app.MapHangfireDashboardWithAuthorizationPolicy(
            Policies.Operate,
            "/hangfire",
            new DashboardOptions
            {
                IsReadOnlyFunc = _ => true,
                DashboardTitle = "Tâches",
                AppPath = "/gestion",
            }
        );
    }

    private static async Task<IResult> ReadyAsync(Readiness readiness, CancellationToken cancellationToken)
    {
        var faults = await readiness.FaultsAsync(cancellationToken);
        return faults.Count == 0
            ? Results.Json(new { etat = "pret", raisons = faults })
            : Results.Json(new { etat = "pas_pret", raisons = faults }, statusCode: 503);
    }

    private static void Greet(WebApplication app)
    {
        var where = string.Join(", ", app.Urls);
        Console.WriteLine($"Case numérique répond sur {where}");
        if (app.Services.GetRequiredService<ExampleDataMark>().IsShown && app.Environment.IsDevelopment())
        {
            Console.WriteLine(
                $"Connexion d’exemple : agent@econum.example, mot de passe « {ExampleAccounts.Password} », puis le code que montre /connexion"
            );
        }
    }
}
