using CaseNumerique.Accounts.Access;
using CaseNumerique.Accounts.Data;
using CaseNumerique.Accounts.Features.Accounts;
using CaseNumerique.Accounts.Privacy;
using CaseNumerique.SharedKernel;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CaseNumerique.Accounts;

/// <summary>People who sign in: how they prove who they are, and what they may do.</summary>
public static class AccountsModule
{
    private const int HashIterations = 210_000;

    public static IServiceCollection AddAccounts(
        this IServiceCollection services,
        IConfiguration configuration,
        IHostEnvironment environment
    )
    {
        services.AddModuleDbContext<AccountsDbContext>(AccountsDbContext.Name);
        services.AddDataProtection().SetApplicationName("case-numerique").PersistKeysToDbContext<AccountsDbContext>();
        services
            .AddOptions<KeyManagementOptions>()
            .Configure<KeyCertificates>((keys, certificates) => keys.XmlEncryptor = new KeyEncryptor(certificates));
        services.AddHttpContextAccessor();
        services.AddSingleton<ICurrentUser, CurrentUser>();
        services.AddSingleton<CookieNaming>();
        services.AddSingleton<Device>();
        services.AddSingleton<Totp>();
        services.AddScoped<SecretLink>();
        services.AddScoped<Sessions>();
        services.AddScoped<SeeAsSessions>();
        services.AddScoped<SessionPerson>();
        services.AddScoped<SignInStep>();
        services.AddScoped<SignInTries>();
        services.AddScoped<ExampleAccounts>();
        services.AddScoped<AccountErasure>();
        services
            .AddAuthorizationBuilder()
            .AddPolicy(Policies.Own, policy => policy.RequireAuthenticatedUser())
            .AddPolicy(Policies.Read, policy => policy.RequireRole(Roles.EcoNum))
            .AddPolicy(Policies.Manage, policy => policy.RequireRole(Roles.Administrator));
        return services
            .AddPasswords()
            .AddIdentity()
            .AddCookies()
            .AddPasskeys()
            .AddOidcProviders(OidcSettings.Read(configuration, environment))
            .AddSignInRateLimit();
    }

    private static IServiceCollection AddPasswords(this IServiceCollection services)
    {
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = HashIterations);
        services.AddSingleton(provider => new GatedPasswordHasher(
            new PasswordHasher<Account>(provider.GetRequiredService<IOptions<PasswordHasherOptions>>())
        ));
        return services.AddSingleton<IPasswordHasher<Account>>(p => p.GetRequiredService<GatedPasswordHasher>());
    }

    private static IServiceCollection AddIdentity(this IServiceCollection services)
    {
        services.AddSingleton<FrenchIdentityErrors>();
        services
            .AddIdentityCore<Account>(options =>
            {
                options.Password = new PasswordOptions
                {
                    RequiredLength = Account.PasswordMinLength,
                    RequireDigit = false,
                    RequireLowercase = false,
                    RequireUppercase = false,
                    RequireNonAlphanumeric = false,
                };
                // Counted by machine instead: see SignInThrottle.
                options.Lockout.AllowedForNewUsers = false;
                options.User.RequireUniqueEmail = true;
                options.User.AllowedUserNameCharacters = "";
            })
            .AddRoles<IdentityRole<Guid>>()
            .AddEntityFrameworkStores<AccountsDbContext>()
            .AddPasswordValidator<PasswordRule>()
            .AddErrorDescriber<FrenchIdentityErrors>()
            .AddSignInManager();
        return services;
    }

    private static IServiceCollection AddCookies(this IServiceCollection services)
    {
        var schemes = services
            .AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(SignInStep.Scheme, options => options.ExpireTimeSpan = SignInStep.Life);
        // All of Identity's but the one that remembers a machine and leaves out the second factor there.
        schemes.AddApplicationCookie();
        schemes.AddExternalCookie();
        schemes.AddTwoFactorUserIdCookie();
        services.ConfigureApplicationCookie(SessionCookie.Configure);
        Name<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme, "case", o => o.Cookie);
        Name<CookieAuthenticationOptions>(IdentityConstants.ExternalScheme, "case-fournisseur", o => o.Cookie);
        Name<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme, "case-cle", o => o.Cookie);
        Name<CookieAuthenticationOptions>(SignInStep.Scheme, "case-etape", o => o.Cookie);
        Name<AntiforgeryOptions>(Options.DefaultName, "case-formulaire", o => o.Cookie);
        Name<CookieTempDataProviderOptions>(Options.DefaultName, "case-message", o => o.Cookie);
        return services;

        void Name<TOptions>(string scheme, string name, Func<TOptions, Microsoft.AspNetCore.Http.CookieBuilder> cookie)
            where TOptions : class =>
            services
                .AddOptions<TOptions>(scheme)
                .PostConfigure<CookieNaming>((options, naming) => naming.Apply(cookie(options), name));
    }
}
