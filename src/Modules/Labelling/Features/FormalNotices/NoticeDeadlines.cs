using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Deadlines;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.FormalNotices;

/// <summary>Until when EPNs may answer a formal notice.</summary>
internal sealed class NoticeDeadlines(LabellingDbContext db) : IDeadlineSource
{
    public DeadlineKind Kind => DeadlineKind.Notice;

    public string Settled => "L’espace a répondu, ou la mise en demeure est close.";

    public async Task<IReadOnlyList<Deadline>> OpenAsync(Guid? subjectId, CancellationToken cancellationToken)
    {
        var notices = await db
            .FormalNotices.AsNoTracking()
            .Where(n => n.ClosedAt == null && n.AnsweredAt == null)
            .Where(n => subjectId == null || n.Id == subjectId)
            .Join(db.Labels, n => n.LabelId, l => l.Id, (n, l) => new { Notice = n, l.Number })
            .ToListAsync(cancellationToken);
        return
        [
            .. notices.Select(x => new Deadline(
                Kind,
                x.Notice.Id,
                $"Mise en demeure, label {x.Number}",
                "régulariser et répondre",
                $"/gestion/labellisation/mises-en-demeure/{x.Notice.Id}",
                x.Notice.DueOn,
                NoumeaTime.DayOf(x.Notice.SentAt)
            )
            {
                EpnId = x.Notice.EpnId,
            }),
        ];
    }
}
