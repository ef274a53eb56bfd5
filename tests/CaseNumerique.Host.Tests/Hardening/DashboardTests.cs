using System.Net;
using CaseNumerique.Host.Tests.Authorization;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Hangfire;
using Hangfire.Storage;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace CaseNumerique.Host.Tests.Hardening;

internal sealed class DashboardTests
{
    private const string JobId = "essai";

    /// <summary>The dashboard trusts whoever comes from the machine itself, unless told otherwise.</summary>
    [TestCase(null)]
    [TestCase("127.0.0.1")]
    public async Task Nobody_but_an_administrator_with_a_second_factor_sees_it(string? forwarded)
    {
        await using var app = await App.StartAsync();
        var administrator = await new Person("a@w.example", Roles.Administrator).EnsureAsync(app);
        var agent = await new Person("b@w.example", Roles.Agent).EnsureAsync(app);

        Assert.That(
            await StatusAsync(await Visitor.OfAsync(app, "", administrator, isStrong: true), forwarded),
            Is.EqualTo(HttpStatusCode.OK)
        );
        Assert.That(
            // Led to the page where a second factor is enrolled.
            await StatusAsync(await Visitor.OfAsync(app, "", administrator), forwarded),
            Is.EqualTo(HttpStatusCode.Redirect)
        );
        Assert.That(
            await StatusAsync(await Visitor.OfAsync(app, "", agent, isStrong: true), forwarded),
            Is.EqualTo(HttpStatusCode.Forbidden)
        );
        Assert.That(
            await StatusAsync(await Visitor.WithoutAccountAsync(app, ""), forwarded),
            Is.EqualTo(HttpStatusCode.Redirect)
        );
    }

    [Test]
    public async Task It_shows_and_changes_nothing()
    {
        await using var app = await App.StartAsync();
        app.Services.GetRequiredService<IRecurringJobManager>().AddOrUpdate(JobId, () => Nothing(), Cron.Yearly);
        var id = await new Person("a@w.example", Roles.Administrator).EnsureAsync(app);
        var administrator = await Visitor.OfAsync(app, "", id, isStrong: true);

        var shown = await administrator.SendAsync("GET", "/hangfire/recurring");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/hangfire/recurring/remove");
        request.Content = new FormUrlEncodedContent([
            new("jobs[]", JobId),
            new("__RequestVerificationToken", administrator.Token),
        ]);
        using var removed = await administrator.SendAsync(request);

        Assert.That(shown.Body, Does.Contain(JobId).And.Not.Contain("/recurring/remove"));
        Assert.That((int)removed.StatusCode, Is.GreaterThanOrEqualTo(400));
        using var connection = app.Services.GetRequiredService<JobStorage>().GetConnection();
        Assert.That(connection.GetRecurringJobs().Select(j => j.Id), Does.Contain(JobId));
    }

    /// <summary>Called by nobody: the job is never due.</summary>
    public static void Nothing() { }

    private static async Task<HttpStatusCode> StatusAsync(Visitor visitor, string? forwarded)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/hangfire");
        if (forwarded is not null)
        {
            request.Headers.Add("X-Forwarded-For", forwarded);
        }

        using var answer = await visitor.SendAsync(request);
        return answer.StatusCode;
    }
}
