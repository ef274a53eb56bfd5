using System.Diagnostics;
using System.Diagnostics.Metrics;
using FluentValidation;
using MediatR;
using Microsoft.Extensions.Logging;

namespace CaseNumerique.SharedKernel;

/// <summary>Logs and measures each use case by its name; never by its content, which may be personal.</summary>
public sealed partial class TelemetryBehaviour<TRequest, TResponse>(
    TimeProvider clock,
    ILogger<TelemetryBehaviour<TRequest, TResponse>> logger
) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
{
    private static readonly string _slice = typeof(TRequest).DeclaringType?.Name ?? typeof(TRequest).Name;

    public async Task<TResponse> Handle(
        TRequest request,
        RequestHandlerDelegate<TResponse> next,
        CancellationToken cancellationToken
    )
    {
        var started = clock.GetTimestamp();
        var outcome = "failed";
        try
        {
            var response = await next(cancellationToken);
            outcome = "done";
            return response;
        }
        catch (ValidationException)
        {
            outcome = "refused";
            throw;
        }
        finally
        {
            var elapsed = clock.GetElapsedTime(started).TotalMilliseconds;
            Telemetry.UseCases.Record(elapsed, new TagList { { "slice", _slice }, { "outcome", outcome } });
            LogUseCase(logger, _slice, outcome, elapsed);
        }
    }

    [LoggerMessage(LogLevel.Debug, "{Slice} {Outcome} in {Elapsed} ms")]
    private static partial void LogUseCase(ILogger logger, string slice, string outcome, double elapsed);
}

/// <summary>The instruments of the house; an OpenTelemetry exporter subscribes to the meter by name.</summary>
public static class Telemetry
{
    public const string MeterName = "CaseNumerique";

    private static readonly Meter _meter = new(MeterName);

    /// <summary>Duration of a use case, in milliseconds, by slice and outcome.</summary>
    public static readonly Histogram<double> UseCases = _meter.CreateHistogram<double>("usecase.duration", "ms");

    /// <summary>Deliveries of notifications, by handler and outcome.</summary>
    public static readonly Counter<long> Deliveries = _meter.CreateCounter<long>("notification.deliveries");

    /// <summary>Mails, by kind and outcome.</summary>
    public static readonly Counter<long> Mails = _meter.CreateCounter<long>("mail.outcomes");

    /// <summary>Runs of recurring jobs, by job and outcome.</summary>
    public static readonly Counter<long> JobRuns = _meter.CreateCounter<long>("job.runs");
}
