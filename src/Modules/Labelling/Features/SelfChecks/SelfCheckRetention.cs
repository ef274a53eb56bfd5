using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.SelfChecks;

/// <summary>Self-checks whose link no longer works; the rules of procedure say for how long it did.</summary>
internal sealed class SelfCheckRetention(LabellingDbContext db) : IRetention
{
    public string Key => "pre-diagnostics";

    public string Title => "Pré-diagnostics";

    public string Effect => "Le pré-diagnostic, dont le lien ne marche plus, est effacé.";

    public int ProposedDays => 1;

    public Task<int> CountAsync(DateTime olderThan, CancellationToken cancellationToken) =>
        Old(olderThan).CountAsync(cancellationToken);

    public Task<int> ApplyAsync(DateTime olderThan, CancellationToken cancellationToken) =>
        Old(olderThan).ExecuteDeleteAsync(cancellationToken);

    private IQueryable<SelfCheck> Old(DateTime olderThan)
    {
        var day = NoumeaTime.DayOf(olderThan);
        return db.SelfChecks.Where(c => c.ExpiresOn < day);
    }
}
