using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Labels;

/// <summary>The labels of one's own EPNs, with all that can be done about them.</summary>
internal static class ListOwnLabels
{
    public sealed record Query(IReadOnlyCollection<Guid> EpnIds) : IRequest<IReadOnlyList<Row>>;

    public sealed record Row(VerifiedLabel Verified, LabelAnswer Answer, string Sentence, FormalNotice? Notice)
    {
        /// <summary>Held, or to be held again: there is something to look after.</summary>
        public bool IsHeld =>
            Verified.Epn.ClosedOn is null
            && Verified.Label.Status is LabelStatus.Active or LabelStatus.UnderRenewal or LabelStatus.Suspended;
    }

    public sealed class Handler(LabellingDbContext db, TimeProvider clock) : IRequestHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(Query query, CancellationToken cancellationToken)
        {
            var (ids, today) = (query.EpnIds, clock.Today);
            var labels = await db.Verified(
                    db.Labels.Where(l => ids.Contains(l.EpnId)).OrderByDescending(l => l.Sequence),
                    today
                )
                .ToListAsync(cancellationToken);
            var notices = await db
                .FormalNotices.AsNoTracking()
                .Where(n => ids.Contains(n.EpnId) && n.ClosedAt == null)
                .ToDictionaryAsync(n => n.LabelId, cancellationToken);
            return
            [
                .. labels.Select(l => new Row(
                    l,
                    l.AnswerOn(today),
                    l.SentenceOn(today),
                    notices.GetValueOrDefault(l.Label.Id)
                )),
            ];
        }
    }

    [Authorize(Policies.Hold)]
    public sealed class Page : SlicePage
    {
        public IReadOnlyList<Row> Rows { get; private set; } = [];

        public async Task OnGetAsync() => Rows = await SendAsync(new Query(User.EpnIds));
    }
}
