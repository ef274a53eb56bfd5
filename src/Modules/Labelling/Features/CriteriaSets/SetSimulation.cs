using System.Security.Cryptography;
using System.Text;
using CaseNumerique.Labelling.Data;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.CriteriaSets;

/// <summary>What a version would change for each labelled EPN, by the last file that was granted.</summary>
internal sealed class SetSimulation(LabellingDbContext db)
{
    public async Task<IReadOnlyList<SimulatedEpn>> RunAsync(CriteriaSet after, CancellationToken cancellationToken)
    {
        var labelled = await db
            .Labels.AsNoTracking()
            .Held()
            .Join(db.Epns.Where(e => e.ClosedOn == null), l => l.EpnId, e => e.Id, (l, e) => new { Label = l, Epn = e })
            .OrderBy(x => x.Epn.SearchText)
            .ThenBy(x => x.Label.Sequence)
            .ToListAsync(cancellationToken);
        var epnIds = labelled.Select(x => x.Epn.Id).ToList();
        var files = await FilesOfAsync(epnIds, cancellationToken);
        var scores = await ScoresOfAsync([.. files.Values.Select(f => f.Id)], cancellationToken);
        var setIds = files.Values.Select(f => f.CriteriaSetId).Distinct().ToList();
        var sets = await db
            .CriteriaSets.AsNoTracking()
            .Whole()
            .Where(s => setIds.Contains(s.Id))
            .ToDictionaryAsync(s => s.Id, cancellationToken);
        var managers = (
            await db
                .Contacts.AsNoTracking()
                .Where(c => epnIds.Contains(c.EpnId) && c.Role == EpnContact.Manager)
                .OrderBy(c => c.Name)
                .ToListAsync(cancellationToken)
        ).ToLookup(c => c.EpnId);
        return
        [
            .. labelled.Select(x =>
            {
                var file = files.GetValueOrDefault(x.Epn.Id);
                var effect = file is null
                    ? null
                    : SetEffect.On(sets[file.CriteriaSetId], after, file.Context, scores[file.Id]);
                return new SimulatedEpn(x.Epn, x.Label, file, effect, [.. managers[x.Epn.Id]]);
            }),
        ];
    }

    private async Task<Dictionary<Guid, LabelApplication>> FilesOfAsync(
        List<Guid> epnIds,
        CancellationToken cancellationToken
    )
    {
        var granted = await db
            .Applications.AsNoTracking()
            .Where(a => epnIds.Contains(a.EpnId))
            .Where(a => a.Status == ApplicationStatus.Granted || a.Status == ApplicationStatus.GrantedWithConditions)
            .ToListAsync(cancellationToken);
        return granted.GroupBy(a => a.EpnId).ToDictionary(g => g.Key, g => g.MaxBy(a => a.DecidedAt ?? a.SubmittedAt)!);
    }

    /// <summary>The assessor's score where there is one, the EPN's own elsewhere.</summary>
    private async Task<Dictionary<Guid, Dictionary<Guid, CriterionScore>>> ScoresOfAsync(
        List<Guid> fileIds,
        CancellationToken cancellationToken
    )
    {
        var answers = await db
            .Answers.AsNoTracking()
            .Where(a => fileIds.Contains(a.ApplicationId))
            .ToListAsync(cancellationToken);
        return fileIds.ToDictionary(
            id => id,
            id =>
                answers
                    .Where(a => a.ApplicationId == id && (a.IsScored || a.IsAnswered))
                    .ToDictionary(
                        a => a.CriterionId,
                        a => new CriterionScore(a.IsScored ? a.AssessorScore : a.SelfScore)
                    )
        );
    }

    /// <summary>Tells whether somebody has read the very same simulation.</summary>
    public static string MarkOf(CriteriaSet draft, IEnumerable<SimulatedEpn> epns)
    {
        var lines = epns.Select(e =>
            $"{e.Label.Number}|{e.Effect?.Before}|{e.Effect?.After}"
            + $"|{string.Join(',', (e.Effect?.ToShow ?? []).Select(t => t.Criterion.Code))}"
            + $"|{string.Join(',', e.Managers.Select(m => m.Email))}"
        );
        var text = $"{draft.Id}|{draft.Version}\n{string.Join('\n', lines)}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}

/// <param name="File">The last one granted; null for a label that was granted without a file here.</param>
/// <param name="Effect">Null where there is no file to tell by.</param>
/// <param name="Managers">Whoever is told, and those who cannot be for want of an address.</param>
internal sealed record SimulatedEpn(
    Epn Epn,
    Label Label,
    LabelApplication? File,
    SetEffect? Effect,
    IReadOnlyList<EpnContact> Managers
)
{
    public IEnumerable<EpnContact> Told => Managers.Where(m => !string.IsNullOrWhiteSpace(m.Email));

    public bool IsUnreachable => !Told.Any();

    public bool LosesMandatory => Effect?.ToShow.Any(t => t.Criterion.Kind is CriterionKind.Mandatory) ?? false;
}
