using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CaseNumerique.Accounts.Tests.Providers;

/// <summary>
/// A provider on a port of this machine: OpenIddict's server, with its own checks of clients, codes and PKCE. Only its
/// sign-in page is replaced: the header <see cref="PersonHeader"/> says who sits there.
/// </summary>
internal sealed class IdentityProvider : IAsyncDisposable
{
    public const string PersonHeader = "X-Person";

    /// <summary>Somebody who thinks better of it.</summary>
    public const string Nobody = "nobody";

    private const string ClientId = "case-numerique";
    private const string ClientSecret = "un secret entre deux serveurs";

    private readonly WebApplication _app;
    private readonly SqliteConnection _store;

    private IdentityProvider(WebApplication app, SqliteConnection store)
    {
        _app = app;
        _store = store;
    }

    public string Authority => _app.Urls.Single();

    public static async Task<IdentityProvider> StartAsync(int number)
    {
        var store = new SqliteConnection("Data Source=:memory:");
        await store.OpenAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddDbContext<DbContext>(options => options.UseSqlite(store).UseOpenIddict());
        builder
            .Services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<DbContext>())
            .AddServer(server =>
            {
                server.SetAuthorizationEndpointUris("connect/authorize").SetTokenEndpointUris("connect/token");
                server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
                server.AddEphemeralEncryptionKey().AddEphemeralSigningKey();
                server.RegisterScopes(Scopes.Email, Scopes.Profile);
                server.UseAspNetCore().EnableAuthorizationEndpointPassthrough().DisableTransportSecurityRequirement();
            });
        var app = builder.Build();
        app.MapGet("/connect/authorize", Authorize);
        await app.StartAsync();
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DbContext>().Database.EnsureCreatedAsync();
        await scope
            .ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>()
            .CreateAsync(
                new OpenIddictApplicationDescriptor
                {
                    ClientId = ClientId,
                    ClientSecret = ClientSecret,
                    RedirectUris = { new Uri($"https://localhost/connexion/fournisseur/{number}/retour") },
                    Permissions =
                    {
                        Permissions.Endpoints.Authorization,
                        Permissions.Endpoints.Token,
                        Permissions.GrantTypes.AuthorizationCode,
                        Permissions.ResponseTypes.Code,
                        Permissions.Scopes.Email,
                        Permissions.Scopes.Profile,
                    },
                }
            );
        return new(app, store);
    }

    /// <summary>What the site is told of it.</summary>
    public Dictionary<string, string?> SettingsAs(int number, string label) => Settings(number, label, Authority);

    public static Dictionary<string, string?> Settings(int number, string label, string authority) =>
        new()
        {
            [$"Oidc:{number}:Authority"] = authority,
            [$"Oidc:{number}:ClientId"] = ClientId,
            [$"Oidc:{number}:ClientSecret"] = ClientSecret,
            [$"Oidc:{number}:Label"] = label,
        };

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _store.DisposeAsync();
    }

    private static IResult Authorize(HttpContext context)
    {
        var person = context.Request.Headers[PersonHeader].ToString();
        if (person == Nobody)
        {
            return Results.Forbid(
                new() { Items = { [OpenIddictServerAspNetCoreConstants.Properties.Error] = Errors.AccessDenied } },
                [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]
            );
        }

        var identity = new ClaimsIdentity("Provider", Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, person);
        // What a provider may say of anybody, and the site must not believe.
        identity.SetClaim(Claims.Email, "admin@econum.example").SetClaim(Claims.Role, "administrateur");
        identity.SetScopes(context.GetOpenIddictServerRequest()!.GetScopes());
        identity.SetDestinations(_ => [Destinations.IdentityToken, Destinations.AccessToken]);
        return Results.SignIn(
            new ClaimsPrincipal(identity),
            authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme
        );
    }
}
