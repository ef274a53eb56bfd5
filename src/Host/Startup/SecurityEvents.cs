using CaseNumerique.Platform.Audit;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.RateLimiting;

namespace CaseNumerique.Host.Startup;

/// <summary>Logs what somebody does who tries the doors: a form without its own token, one try too many (ASVS 16.3.3).</summary>
/// <remarks>In the log and not in the journal, which a stranger could fill; the route and not the visitor, who may be a person.</remarks>
internal sealed partial class SecurityEvents(ILogger<SecurityEvents> logger, TimeProvider clock)
    : IAlwaysRunResultFilter
{
    private readonly OncePerMinute<string> _forms = new(clock);
    private readonly OncePerMinute<string> _tries = new(clock);

    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<SecurityEvents>();
        services.Configure<MvcOptions>(mvc => mvc.Filters.AddService<SecurityEvents>());
        services
            .AddOptions<RateLimiterOptions>()
            .Configure<SecurityEvents>((limits, events) => limits.OnRejected = events.OnTooManyTries);
    }

    public void OnResultExecuting(ResultExecutingContext context)
    {
        var route = RouteOf(context.HttpContext);
        if (context.Result is IAntiforgeryValidationFailedResult && _forms.Count(route) is { } unwritten)
        {
            LogFormRefused(logger, route, unwritten);
        }
    }

    public void OnResultExecuted(ResultExecutedContext context) { }

    private ValueTask OnTooManyTries(OnRejectedContext context, CancellationToken cancellationToken)
    {
        var route = RouteOf(context.HttpContext);
        if (_tries.Count(route) is { } unwritten)
        {
            LogTooManyTries(logger, route, unwritten);
        }

        return ValueTask.CompletedTask;
    }

    // The pattern: an address may carry a link that opens an account.
    private static string RouteOf(HttpContext context) =>
        $"/{(context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText?.TrimStart('/')}";

    [LoggerMessage(
        1,
        LogLevel.Warning,
        "{Route} refused a form without its own antiforgery token; {Unwritten} more since the last such line",
        EventName = "FormRefused"
    )]
    private static partial void LogFormRefused(ILogger logger, string route, int unwritten);

    [LoggerMessage(
        2,
        LogLevel.Warning,
        "{Route} turned somebody away after too many tries; {Unwritten} more since the last such line",
        EventName = "TooManyTries"
    )]
    private static partial void LogTooManyTries(ILogger logger, string route, int unwritten);
}
