using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Deadlines;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Completions;

/// <summary>Until when EPNs may send what is missing in their files.</summary>
internal sealed class CompletionDeadlines(LabellingDbContext db) : IDeadlineSource
{
    public DeadlineKind Kind => DeadlineKind.Completion;

    public string Settled => "Les compléments ne sont plus attendus.";

    public async Task<IReadOnlyList<Deadline>> OpenAsync(Guid? subjectId, CancellationToken cancellationToken)
    {
        var files = await db
            .Applications.AsNoTracking()
            .Where(a => a.Status == ApplicationStatus.ToComplete && a.CompletionDueOn != null)
            .Where(a => subjectId == null || a.Id == subjectId)
            .Select(a => new
            {
                File = a,
                AskedAt = db.Completions.Where(r => r.ApplicationId == a.Id).Max(r => (DateTime?)r.AskedAt),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. files.Select(x => new Deadline(
                Kind,
                x.File.Id,
                $"Dossier {x.File.Number}",
                "envoyer les compléments",
                $"/gestion/labellisation/demandes/{x.File.Id}/complements",
                x.File.CompletionDueOn!.Value,
                NoumeaTime.DayOf(x.AskedAt ?? x.File.SubmittedAt!.Value)
            )
            {
                EpnId = x.File.EpnId,
            }),
        ];
    }
}
