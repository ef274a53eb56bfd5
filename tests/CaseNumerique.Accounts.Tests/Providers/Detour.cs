using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CaseNumerique.Accounts.Tests.Providers;

/// <summary>A server on a port of this machine that leads on to another, whatever it is asked.</summary>
internal sealed class Detour : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Detour(string target)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(context =>
        {
            Asked.Enqueue(context.Request.Path);
            context.Response.Redirect(target + context.Request.Path + context.Request.QueryString);
            return Task.CompletedTask;
        });
    }

    public string Authority => _app.Urls.Single();

    public ConcurrentQueue<string> Asked { get; } = [];

    public static async Task<Detour> StartAsync(string target)
    {
        var detour = new Detour(target);
        await detour._app.StartAsync();
        return detour;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
