using CaseNumerique.SharedKernel;

namespace CaseNumerique.Accounts.Tests.Providers;

/// <summary>Keeps what it is told, for the test to read.</summary>
internal sealed class Journal : IAuditJournal
{
    public List<AuditFact> Facts { get; } = [];

    public Task RecordAsync(AuditFact fact, CancellationToken cancellationToken)
    {
        Facts.Add(fact);
        return Task.CompletedTask;
    }
}
