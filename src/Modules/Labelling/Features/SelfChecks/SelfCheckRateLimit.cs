using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace CaseNumerique.Labelling.Features.SelfChecks;

/// <summary>Anybody may write here: from one address, a few beginnings a minute, and the answers of a hurried class.</summary>
internal static class SelfCheckRateLimit
{
    public const string Start = "self-check-start";
    public const string Answer = "self-check-answer";
    public const int StartsPerMinute = 10;
    public const int AnswersPerMinute = 120;

    public static IServiceCollection AddSelfCheckRateLimit(this IServiceCollection services) =>
        services.AddRateLimiter(options =>
        {
            options.AddPolicy(Start, context => Partition(context, StartsPerMinute));
            options.AddPolicy(Answer, context => Partition(context, AnswersPerMinute));
        });

    private static RateLimitPartition<string> Partition(HttpContext context, int permits) =>
        HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = TimeSpan.FromMinutes(1) }
            )
            : RateLimitPartition.GetNoLimiter("GET");
}
