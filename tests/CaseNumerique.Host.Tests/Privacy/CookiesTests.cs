using CaseNumerique.Platform.Privacy;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NUnit.Framework;

namespace CaseNumerique.Host.Tests.Privacy;

internal sealed class CookiesTests
{
    /// <summary>Named where it is set, and not by an option.</summary>
    private const string Device = "case-appareil";

    private static IEnumerable<string> Listed => SiteCookies.All.Select(c => c.Name);

    [Test]
    public async Task The_register_lists_every_cookie_that_is_configured()
    {
        await using var app = await App.StartAsync();
        var services = app.Services;
        var schemes = await services.GetRequiredService<IAuthenticationSchemeProvider>().GetAllSchemesAsync();
        var cookies = services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>();

        var configured = schemes
            .Where(s => s.HandlerType == typeof(CookieAuthenticationHandler))
            .Select(s => cookies.Get(s.Name).Cookie.Name)
            .Append(services.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.Cookie.Name)
            .Append(services.GetRequiredService<IOptions<CookieTempDataProviderOptions>>().Value.Cookie.Name)
            .Append(Device);

        Assert.That(Listed, Is.EquivalentTo(configured));
    }

    [Test]
    public async Task A_journey_sets_no_other_and_a_visit_sets_none()
    {
        var jar = new Jar();
        await using var app = await App.StartAsync(configure: s => s.AddSingleton<IStartupFilter>(jar));
        await app.Anonymous().GetAsync("/");
        await app.Anonymous().GetAsync("/confidentialite");
        Assert.That(jar.Names, Is.Empty);

        var browser = await app.BrowserAsync(Roles.Administrator);
        await browser.SubmitAsync(
            await browser.GetAsync("/mon-compte/effacement"),
            "main form",
            new() { ["Form.Typed"] = "EFFACER" }
        );

        Assert.That(jar.Names, Is.SubsetOf(Listed).And.Contain("case").And.Contain(Device).And.Contain("case-message"));
    }

    private sealed class Jar : IStartupFilter
    {
        public HashSet<string> Names { get; } = [];

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                app.Use(
                    async (context, go) =>
                    {
                        context.Response.OnCompleted(() =>
                        {
                            foreach (var cookie in context.Response.Headers.SetCookie)
                            {
                                Names.Add(cookie!.Split('=')[0]);
                            }

                            return Task.CompletedTask;
                        });
                        await go(context);
                    }
                );
                next(app);
            };
    }
}
