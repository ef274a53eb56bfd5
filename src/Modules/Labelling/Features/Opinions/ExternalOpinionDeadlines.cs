using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Deadlines;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Opinions;

/// <summary>Until when people outside may give the opinion that they were asked for.</summary>
internal sealed class ExternalOpinionDeadlines(LabellingDbContext db, OpinionLink link) : IDeadlineSource
{
    public DeadlineKind Kind => DeadlineKind.ExternalOpinion;

    public string Settled => "L’avis est donné, ou n’est plus attendu.";

    public async Task<IReadOnlyList<Deadline>> OpenAsync(Guid? subjectId, CancellationToken cancellationToken)
    {
        var asked = await db
            .ExternalOpinions.AsNoTracking()
            .Where(o => o.AnsweredAt == null)
            .Where(o => subjectId == null || o.Id == subjectId)
            .Join(db.Applications.InHand(), o => o.ApplicationId, a => a.Id, (o, a) => new { Opinion = o, a.EpnId })
            .Join(db.Epns, x => x.EpnId, e => e.Id, (x, e) => new { x.Opinion, e.Name })
            .ToListAsync(cancellationToken);
        return
        [
            .. asked.Select(x => new Deadline(
                Kind,
                x.Opinion.Id,
                $"Votre avis sur {x.Name}",
                "répondre à la question posée",
                link.PathOf(x.Opinion.Id),
                x.Opinion.DueOn,
                NoumeaTime.DayOf(x.Opinion.AskedAt)
            )
            {
                Person = (x.Opinion.Name, x.Opinion.Email),
                Details = [x.Opinion.Question, "Le lien est personnel : ne le transmettez pas."],
                OfficePath = $"/gestion/labellisation/demandes/{x.Opinion.ApplicationId}/avis-exterieurs",
            }),
        ];
    }
}
