using CaseNumerique.Platform.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Platform.Privacy;

/// <summary>Wishes that were refused. Those that were granted hold nothing personal and prove that it was done.</summary>
internal sealed class ErasureRetention(PlatformDbContext db) : IRetention
{
    public string Key => "effacements-refuses";

    public string Title => "Demandes d’effacement refusées";

    public string Effect => "La demande est effacée, avec la raison du refus.";

    public int ProposedDays => 365;

    public Task<int> CountAsync(DateTime olderThan, CancellationToken cancellationToken) =>
        Old(olderThan).CountAsync(cancellationToken);

    public Task<int> ApplyAsync(DateTime olderThan, CancellationToken cancellationToken) =>
        Old(olderThan).ExecuteDeleteAsync(cancellationToken);

    private IQueryable<Erasure> Old(DateTime olderThan) =>
        db.Erasures.Where(e => e.State == ErasureState.Refused && e.DecidedAt < olderThan);
}
