using CaseNumerique.SharedKernel;
using Microsoft.Extensions.Logging;

namespace CaseNumerique.Platform.Audit;

/// <summary>Walks along the chain once a day, and logs its head: whoever keeps the logs elsewhere can compare.</summary>
internal sealed partial class AuditVerificationJob(AuditVerifier verifier, ILogger<AuditVerificationJob> logger)
    : IRecurringJob
{
    public const string JobId = "audit-verification";

    public string Id => JobId;

    public string Cron => "0 4 * * *";

    public TimeSpan LateAfter => TimeSpan.FromDays(2);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var verdict = await verifier.VerifyAsync(knownHead: null, cancellationToken);
        if (verdict.Fault is not null)
        {
            LogBroken(logger, verdict.Fault);
            throw new InvalidOperationException(verdict.Fault);
        }

        LogHead(logger, verdict.Count, verdict.Head);
    }

    [LoggerMessage(LogLevel.Information, "The journal is whole: {Count} lines, head {Head}")]
    private static partial void LogHead(ILogger logger, long count, string head);

    [LoggerMessage(LogLevel.Critical, "The journal is not what was written: {Fault}")]
    private static partial void LogBroken(ILogger logger, string fault);
}
