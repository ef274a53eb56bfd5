using CaseNumerique.SharedKernel;

namespace CaseNumerique.Platform;

internal sealed class TemporaryJournal : IAuditJournal
{
    public Task RecordAsync(AuditFact fact, CancellationToken cancellationToken) => Task.CompletedTask;
}
