using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Data;

/// <summary>All that a file says and is asked: what its steps show, what its completeness is counted on, what is sealed.</summary>
/// <param name="AnswerOf">By criterion.</param>
/// <param name="ProofsOf">By answer, by title.</param>
/// <param name="Charter">The one in force.</param>
internal sealed record FileContent(
    LabelApplication File,
    CriteriaSet Set,
    Charter Charter,
    IReadOnlyDictionary<Guid, Answer> AnswerOf,
    ILookup<Guid, Evidence> ProofsOf
)
{
    public Answer? Find(Criterion criterion) => AnswerOf.GetValueOrDefault(criterion.Id);

    public IEnumerable<Evidence> ProofsFor(Criterion criterion) =>
        Find(criterion) is { } answer ? ProofsOf[answer.Id] : [];

    /// <summary>Whether the charter in force was signed for this file.</summary>
    public bool IsCharterSigned => File.CharterSignedAt is not null && File.CharterId == Charter.Id;

    /// <summary>As the context tracks, or does not, by default: a handler changes what it finds here.</summary>
    public static async Task<FileContent> LoadAsync(LabellingDbContext db, Guid id, CancellationToken cancellationToken)
    {
        var file = await db.Applications.SingleAsync(a => a.Id == id, cancellationToken);
        var set = await db
            .CriteriaSets.AsNoTracking()
            .Whole()
            .SingleAsync(s => s.Id == file.CriteriaSetId, cancellationToken);
        var charter = await db.Charters.AsNoTracking().OrderByDescending(c => c.Number).FirstAsync(cancellationToken);
        var answers = await db.Answers.Where(a => a.ApplicationId == id).ToListAsync(cancellationToken);
        var uses = await db
            .EvidenceUses.AsNoTracking()
            .Join(db.Answers.Where(a => a.ApplicationId == id), u => u.AnswerId, a => a.Id, (u, a) => u)
            .Join(db.Evidence, u => u.EvidenceId, e => e.Id, (u, e) => new { u.AnswerId, Evidence = e })
            .OrderBy(x => x.Evidence.Title)
            .ToListAsync(cancellationToken);
        return new FileContent(
            file,
            set,
            charter,
            answers.ToDictionary(a => a.CriterionId),
            uses.ToLookup(x => x.AnswerId, x => x.Evidence)
        );
    }
}
