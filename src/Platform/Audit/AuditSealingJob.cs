using CaseNumerique.SharedKernel;

namespace CaseNumerique.Platform.Audit;

internal sealed class AuditSealingJob(AuditSealer sealer) : IRecurringJob
{
    public const string JobId = "audit-sealing";

    public string Id => JobId;

    public string Cron => "* * * * *";

    public TimeSpan LateAfter => TimeSpan.FromMinutes(15);

    public Task RunAsync(CancellationToken cancellationToken) => sealer.SealAsync(cancellationToken);
}
