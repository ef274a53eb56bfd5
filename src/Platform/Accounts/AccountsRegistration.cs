using CaseNumerique.SharedKernel;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CaseNumerique.Platform.Accounts;

internal static class AccountsRegistration
{
    private const int HashIterations = 210_000;

    public static IServiceCollection AddAccounts(this IServiceCollection services, IHostEnvironment environment)
    {
        services.AddDbContext<AccountsDbContext>(
            (provider, options) =>
            {
                provider.GetRequiredService<Database>().Configure(options, AccountsDbContext.Name);
                options.AddInterceptors(provider.GetServices<IInterceptor>());
            }
        );
        services.AddDataProtection().SetApplicationName("case-numerique").PersistKeysToDbContext<AccountsDbContext>();
        services.AddHttpContextAccessor();
        services.AddSingleton<ICurrentUser, CurrentUser>();
        services.AddScoped<ExampleAccounts>();
        services.AddSingleton<FrenchIdentityErrors>();
        return services.AddPasswords().AddIdentity().AddCookies(environment).AddSignInRateLimit();
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
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
                options.User.RequireUniqueEmail = true;
                options.User.AllowedUserNameCharacters = "";
                options.SignIn.RequireConfirmedEmail = true;
            })
            .AddRoles<IdentityRole<Guid>>()
            .AddEntityFrameworkStores<AccountsDbContext>()
            .AddClaimsPrincipalFactory<AccountPrincipal>()
            .AddPasswordValidator<PasswordRule>()
            .AddErrorDescriber<FrenchIdentityErrors>()
            .AddSignInManager()
            .AddDefaultTokenProviders();
        services.Configure<DataProtectionTokenProviderOptions>(o => o.TokenLifespan = TimeSpan.FromHours(72));
        return services.Configure<SecurityStampValidatorOptions>(o => o.ValidationInterval = TimeSpan.FromMinutes(1));
    }

    private static IServiceCollection AddCookies(this IServiceCollection services, IHostEnvironment environment)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(options =>
        {
            SessionCookie.Configure(options);
            Name(options.Cookie, "case");
        });
        services.Configure<AntiforgeryOptions>(options => Name(options.Cookie, "case-formulaire"));
        return services.Configure<CookieTempDataProviderOptions>(options => Name(options.Cookie, "case-message"));

        // The prefix binds a cookie to this host over TLS, which a developer's machine does not have.
        void Name(CookieBuilder cookie, string name)
        {
            var isSecure = !environment.IsDevelopment();
            cookie.Name = isSecure ? $"__Host-{name}" : name;
            cookie.SecurePolicy = isSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            cookie.HttpOnly = true;
            cookie.SameSite = SameSiteMode.Lax;
            cookie.Path = "/";
        }
    }
}
