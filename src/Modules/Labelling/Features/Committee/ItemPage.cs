using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseNumerique.Labelling.Features.Committee;

/// <summary>A page about one file in one session: finds it where the person has a seat, and counts its votes.</summary>
internal abstract class ItemPage : SlicePage
{
    public CommitteeItem Item { get; private set; } = null!;

    public Epn Epn { get; private set; } = null!;

    public Ballot Ballot { get; private set; } = null!;

    public IReadOnlyCollection<Guid> RecusedIds { get; private set; } = [];

    public CommitteeSession Session => Item.Session;

    public IEnumerable<CommitteeSeat> Seats => Session.Seats.OrderBy(s => s.Name, StringComparer.Ordinal);

    /// <summary>Members who may vote on this file.</summary>
    public IEnumerable<CommitteeSeat> Eligible => Seats.Where(s => !RecusedIds.Contains(s.Id));

    public IEnumerable<CommitteeSeat> Recused => Seats.Where(s => RecusedIds.Contains(s.Id));

    /// <summary>The seat of the person who looks; null for ÉcoNum.</summary>
    public CommitteeSeat? OwnSeat => Session.Seats.SingleOrDefault(s => s.AccountId == User.AccountId);

    public VoteChoice? VoteOf(CommitteeSeat seat) => Item.Votes.SingleOrDefault(v => v.SeatId == seat.Id)?.Choice;

    public string SessionUrl => $"/gestion/labellisation/comites/{Session.Id}";

    public string ItemUrl => $"/gestion/labellisation/comites/dossiers/{Item.Id}";

    public string? ReasonAgainst => CommitteeRoom.ReasonAgainstChanging(Item);

    /// <returns>False when there is none, or the person has no seat in its session.</returns>
    protected async Task<bool> FindAsync(Guid id)
    {
        var db = HttpContext.RequestServices.GetRequiredService<LabellingDbContext>();
        var (seesAll, account) = (User.IsEcoNum, User.AccountId);
        var item = await db
            .CommitteeItems.AsNoTracking()
            .Whole()
            .Where(i => seesAll || i.Session.Seats.Any(s => s.AccountId == account))
            .SingleOrDefaultAsync(i => i.Id == id, HttpContext.RequestAborted);
        if (item is null)
        {
            return false;
        }

        Item = item;
        Epn = await db.Epns.AsNoTracking().SingleAsync(e => e.Id == item.Application.EpnId, HttpContext.RequestAborted);
        RecusedIds = await db.RecusedSeatsAsync(item, HttpContext.RequestAborted);
        Ballot = await db.CountAsync(item, HttpContext.RequestAborted);
        return true;
    }
}
