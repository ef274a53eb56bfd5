using CaseNumerique.Platform.Data;
using CaseNumerique.SharedKernel;
using Microsoft.Extensions.DependencyInjection;

namespace CaseNumerique.Platform.Audit;

internal sealed class AuditJournal(IServiceScopeFactory scopes, AuditWriter writer) : IAuditJournal
{
    public async Task RecordAsync(AuditFact fact, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        writer.Write(db, fact, fact.Details is { Count: > 0 } details ? [Noted(details)] : []);
        await db.SaveChangesAsync(cancellationToken);
    }

    private static AuditChange Noted(IReadOnlyDictionary<string, string?> details) =>
        new(AuditAct.Noted, "", Id: null, [.. details.Select(d => new AuditValue(d.Key, Before: null, d.Value))]);
}
