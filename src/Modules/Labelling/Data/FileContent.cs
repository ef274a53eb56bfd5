using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Data;

/// <summary>All that a file says and is asked: what its steps show, what its completeness is counted on, what is sealed.</summary>
/// <param name="AnswerOf">By criterion.</param>
/// <param name="ProofsOf">By answer, by title.</param>
/// <param name="Charters">All that are published, newest first.</param>
internal sealed record FileContent(
    LabelApplication File,
    CriteriaSet Set,
    IReadOnlyList<Charter> Charters,
    IReadOnlyDictionary<Guid, Answer> AnswerOf,
    ILookup<Guid, Evidence> ProofsOf
)
{
    /// <summary>On which days the platform saw the EPN do something, by fact.</summary>
    public ILookup<string, DateOnly> FactDays { get; init; } =
        Array.Empty<ProvenFact>().ToLookup(f => f.Fact, f => f.OccurredOn);

    public Answer? Find(Criterion criterion) => AnswerOf.GetValueOrDefault(criterion.Id);

    public IEnumerable<Evidence> ProofsFor(Criterion criterion) =>
        Find(criterion) is { } answer ? ProofsOf[answer.Id] : [];

    /// <summary>The version that was signed last for this file.</summary>
    public Charter? SignedCharter => Charters.SingleOrDefault(c => c.Id == File.CharterId);

    /// <summary>The version to sign: the one in force, until the file is filed; it then keeps the one that it signed.</summary>
    public Charter CharterOn(DateOnly today) =>
        File.SubmittedAt is not null && SignedCharter is { } signed ? signed : Charters.First(c => c.StartsOn <= today);

    public bool IsCharterSignedOn(DateOnly today) =>
        File.CharterSignedAt is not null && File.CharterId == CharterOn(today).Id;

    /// <summary>Whether the platform knows what answers the criterion, so that the EPN need not prove it.</summary>
    public bool IsProvenOn(Criterion criterion, DateOnly today) =>
        criterion.ProvenBy switch
        {
            null => false,
            // Until it is signed, that is missing at its own step.
            KnownFact.CharterSigned => true,
            { } fact => FactDays[fact].Any(day => ProvenFact.StillSpeaksOn(day, today)),
        };

    /// <summary>As the context tracks, or does not, by default: a handler changes what it finds here.</summary>
    public static async Task<FileContent> LoadAsync(LabellingDbContext db, Guid id, CancellationToken cancellationToken)
    {
        var file = await db.Applications.SingleAsync(a => a.Id == id, cancellationToken);
        var set = await db
            .CriteriaSets.AsNoTracking()
            .Whole()
            .SingleAsync(s => s.Id == file.CriteriaSetId, cancellationToken);
        var charters = await db.Charters.AsNoTracking().Published().ToListAsync(cancellationToken);
        var answers = await db.Answers.Where(a => a.ApplicationId == id).ToListAsync(cancellationToken);
        var uses = await db
            .EvidenceUses.AsNoTracking()
            .Join(db.Answers.Where(a => a.ApplicationId == id), u => u.AnswerId, a => a.Id, (u, a) => u)
            .Join(db.Evidence, u => u.EvidenceId, e => e.Id, (u, e) => new { u.AnswerId, Evidence = e })
            .OrderBy(x => x.Evidence.Title)
            .ToListAsync(cancellationToken);
        var facts = await db
            .ProvenFacts.Where(f => f.EpnId == file.EpnId)
            .Select(f => new { f.Fact, f.OccurredOn })
            .ToListAsync(cancellationToken);
        return new FileContent(
            file,
            set,
            charters,
            answers.ToDictionary(a => a.CriterionId),
            uses.ToLookup(x => x.AnswerId, x => x.Evidence)
        )
        {
            FactDays = facts.ToLookup(f => f.Fact, f => f.OccurredOn),
        };
    }
}
