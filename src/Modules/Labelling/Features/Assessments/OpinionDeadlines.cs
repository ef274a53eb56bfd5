using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Deadlines;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Assessments;

/// <summary>When assessors have promised their opinions.</summary>
internal sealed class OpinionDeadlines(LabellingDbContext db) : IDeadlineSource
{
    public DeadlineKind Kind => DeadlineKind.Opinion;

    public string Settled => "L’avis n’est plus attendu.";

    public async Task<IReadOnlyList<Deadline>> OpenAsync(Guid? subjectId, CancellationToken cancellationToken)
    {
        var files = await db
            .Applications.AsNoTracking()
            .Where(a => a.Status == ApplicationStatus.UnderAssessment && a.OpinionDueOn != null)
            .Where(a => subjectId == null || a.Id == subjectId)
            .Join(db.Epns, a => a.EpnId, e => e.Id, (a, e) => new { File = a, e.Name })
            .ToListAsync(cancellationToken);
        return
        [
            .. files.Select(x => new Deadline(
                Kind,
                x.File.Id,
                $"Dossier {x.File.Number}, {x.Name}",
                "rendre l’avis",
                $"/gestion/labellisation/demandes/{x.File.Id}",
                x.File.OpinionDueOn!.Value,
                NoumeaTime.DayOf(x.File.AdmittedAt ?? x.File.SubmittedAt!.Value)
            )
            {
                EpnId = x.File.EpnId,
                Person = (x.File.AssessorName, x.File.AssessorEmail),
            }),
        ];
    }
}
