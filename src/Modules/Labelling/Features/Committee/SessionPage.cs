using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseNumerique.Labelling.Features.Committee;

/// <summary>A page about one session: finds it among those that the person may open.</summary>
internal abstract class SessionPage : SlicePage
{
    public CommitteeSession Session { get; private set; } = null!;

    public IReadOnlyDictionary<Guid, Epn> Epns { get; private set; } = new Dictionary<Guid, Epn>();

    public string SessionUrl => $"/gestion/labellisation/comites/{Session.Id}";

    public IEnumerable<CommitteeItem> Items => Session.Items.OrderBy(i => i.Position);

    public IEnumerable<CommitteeSeat> Seats => Session.Seats.OrderBy(s => s.Name, StringComparer.Ordinal);

    public Epn EpnOf(CommitteeItem item) => Epns[item.Application.EpnId];

    /// <returns>False when there is none, or the person has no seat in it.</returns>
    protected async Task<bool> FindAsync(Guid id)
    {
        var db = HttpContext.RequestServices.GetRequiredService<LabellingDbContext>();
        var session = await db
            .CommitteeSessions.AsNoTracking()
            .OpenTo(User)
            .Whole()
            .SingleOrDefaultAsync(s => s.Id == id, HttpContext.RequestAborted);
        if (session is null)
        {
            return false;
        }

        Session = session;
        var epnIds = session.Items.Select(i => i.Application.EpnId).ToList();
        Epns = await db
            .Epns.AsNoTracking()
            .Where(e => epnIds.Contains(e.Id))
            .ToDictionaryAsync(e => e.Id, HttpContext.RequestAborted);
        return true;
    }
}
