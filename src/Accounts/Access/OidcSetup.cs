using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace CaseNumerique.Accounts.Access;

/// <summary>One scheme a provider: code flow with PKCE; of the answer, issuer and subject are kept and nothing else.</summary>
internal static class OidcSetup
{
    /// <summary>How long a provider that does not answer may hold a person up.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);

    /// <summary>How long a person may take there.</summary>
    private static readonly TimeSpan _absence = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan _clockSkew = TimeSpan.FromMinutes(1);

    public static IServiceCollection AddOidcProviders(this IServiceCollection services, OidcProviders providers)
    {
        services.AddSingleton(providers);
        var authentication = services.AddAuthentication();
        foreach (var provider in providers.All)
        {
            authentication.AddOpenIdConnect(provider.Scheme, options => Configure(options, provider));
            services
                .AddOptions<OpenIdConnectOptions>(provider.Scheme)
                .PostConfigure<CookieNaming>(
                    (options, naming) =>
                    {
                        naming.Apply(options.CorrelationCookie, "case-retour.");
                        naming.Apply(options.NonceCookie, "case-nonce.");
                    }
                );
        }

        return services;
    }

    private static void Configure(OpenIdConnectOptions options, OidcProvider provider)
    {
        options.Authority = provider.Authority.ToString();
        // The settings let plain http through for a developer's own machine only.
        options.RequireHttpsMetadata = provider.Authority.Scheme == Uri.UriSchemeHttps;
        options.ClientId = provider.ClientId;
        options.ClientSecret = provider.ClientSecret;
        options.CallbackPath = provider.CallbackPath;
        options.Scope.Clear();
        foreach (var scope in provider.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            options.Scope.Add(scope);
        }

        options.SignInScheme = IdentityConstants.ExternalScheme;
        options.ResponseType = OpenIdConnectResponseType.Code;
        // A post from another site would come without our cookies, which are SameSite=Lax.
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        // On a machine that many share, the provider's own session may be the last visitor's: docs/adr/0014.
        options.Prompt = OpenIdConnectPrompt.Login;
        options.SaveTokens = false;
        options.MapInboundClaims = false;
        options.DisableTelemetry = true;
        options.TokenValidationParameters.ClockSkew = _clockSkew;
        options.BackchannelTimeout = _patience;
        // The address of the settings is the provider's own: an answer that leads elsewhere is none (ASVS 15.3.2).
        options.BackchannelHttpHandler = new SocketsHttpHandler { AllowAutoRedirect = false };
        options.RemoteAuthenticationTimeout = _absence;
        options.ProtocolValidator.NonceLifetime = _absence;
        options.Events.OnTokenValidated = KeepSubject;
        options.Events.OnAccessDenied = context => LeadBack(context, context.Properties, ProviderTrouble.Cancelled);
        options.Events.OnRemoteFailure = context =>
            LeadBack(context, context.Properties, ProviderTrouble.SentenceOf(context.Failure));
    }

    // Name, address and whatever else the provider tells are not for us to keep, and give no right.
    private static Task KeepSubject(TokenValidatedContext context)
    {
        var subject = context.Principal!.FindFirstValue("sub")!;
        context.Principal = new ClaimsPrincipal(
            new ClaimsIdentity(
                [new(ClaimTypes.NameIdentifier, subject, valueType: null, context.SecurityToken.Issuer)],
                context.Scheme.Name
            )
        );
        return Task.CompletedTask;
    }

    private static Task LeadBack(
        HandleRequestContext<RemoteAuthenticationOptions> context,
        AuthenticationProperties? properties,
        string sentence
    )
    {
        ProviderTrouble.Tell(context.HttpContext, sentence);
        context.Response.Redirect(properties.StartedFrom);
        context.HandleResponse();
        return Task.CompletedTask;
    }
}
