using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace CaseNumerique.Host.Tests.Architecture;

internal sealed class EndpointTests
{
    [Test]
    public void What_names_no_policy_stops_the_start() =>
        Assert.That(
            () => App.StartAsync(configure: s => s.AddScoped<IEndpoint, Forgotten>()),
            Throws.InvalidOperationException.With.Message.Contains("/api/v1/oublie")
        );

    /// <summary>Should anything slip past the check all the same.</summary>
    [Test]
    public async Task What_names_no_policy_is_closed_to_all()
    {
        await using var app = await App.StartAsync();
        await using var scope = app.Services.CreateAsyncScope();
        var policies = scope.ServiceProvider.GetRequiredService<IAuthorizationPolicyProvider>();
        var authorization = scope.ServiceProvider.GetRequiredService<IAuthorizationService>();
        var context = new DefaultHttpContext();
        context.SetEndpoint(
            new RouteEndpointBuilder(_ => Task.CompletedTask, RoutePatternFactory.Parse("/oublie"), 0).Build()
        );

        var fallback = await policies.GetFallbackPolicyAsync();

        Assert.That((await authorization.AuthorizeAsync(context.User, context, fallback!)).Succeeded, Is.False);
    }

    private sealed class Forgotten : IEndpoint
    {
        public void Map(IEndpointRouteBuilder api) => api.MapGet("/oublie", () => "secret");
    }
}
