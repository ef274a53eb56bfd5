using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Committee;
using CaseNumerique.Labelling.Features.LabelApplications;
using CaseNumerique.Labelling.Features.Visits;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Exports;

/// <summary>What has happened around a file, part by part; addresses stay out of it.</summary>
internal static class DossierParts
{
    public static async Task<IEnumerable<object>> CompletionsAsync(
        LabellingDbContext db,
        Guid id,
        IReadOnlyDictionary<Guid, string> codeOf,
        CancellationToken cancellationToken
    )
    {
        var requests = await db
            .Completions.AsNoTracking()
            .Include(r => r.Items)
            .Where(r => r.ApplicationId == id)
            .OrderBy(r => r.Number)
            .ToListAsync(cancellationToken);
        return requests.Select(r => new
        {
            Rang = r.Number,
            DemandeLe = r.AskedAt,
            DemandePar = r.AskedBy,
            DelaiDemande = r.TimeReason,
            DelaiAccorde = r.IsTimeGranted,
            ReponduLe = r.AnsweredAt,
            ReponduPar = r.AnsweredBy,
            Elements = r
                .Items.OrderBy(i => i.Position)
                .Select(i => new
                {
                    Critere = i.CriterionId is { } criterion ? codeOf.GetValueOrDefault(criterion) : null,
                    Manque = i.What,
                    Reponse = i.Reply,
                }),
        });
    }

    public static async Task<IEnumerable<object>> MessagesAsync(
        LabellingDbContext db,
        Guid id,
        CancellationToken cancellationToken
    ) =>
        await db
            .Messages.Where(m => m.ApplicationId == id)
            .OrderBy(m => m.At)
            .Select(m => new
            {
                Le = m.At,
                DeLEspace = m.IsFromEpn,
                Par = m.By,
                Texte = m.Text,
            })
            .ToListAsync(cancellationToken);

    public static async Task<IEnumerable<object>> OpinionsAsync(
        LabellingDbContext db,
        Guid id,
        CancellationToken cancellationToken
    ) =>
        await db
            .ExternalOpinions.Where(o => o.ApplicationId == id)
            .OrderBy(o => o.AskedAt)
            .Select(o => new
            {
                Personne = o.Name,
                o.Question,
                DemandeLe = o.AskedAt,
                DemandePar = o.AskedBy,
                AttenduLe = o.DueOn,
                Reponse = o.Answer,
                ReponduLe = o.AnsweredAt,
            })
            .ToListAsync(cancellationToken);

    public static async Task<IEnumerable<object>> VisitsAsync(
        LabellingDbContext db,
        Guid id,
        IReadOnlyDictionary<Guid, string> codeOf,
        CancellationToken cancellationToken
    )
    {
        var visits = await db
            .Visits.AsNoTracking()
            .Include(v => v.Findings)
            .Where(v => v.ApplicationId == id)
            .OrderBy(v => v.StartsAt)
            .ToListAsync(cancellationToken);
        return visits.Select(v => new
        {
            Etat = VisitTags.Of(v.Status).Words,
            Debut = v.StartsAt,
            v.Minutes,
            v.Preparation,
            MotDeLEspace = v.EpnWords,
            MotifDAnnulation = v.CancelReason,
            Presents = v.Present,
            CompteRendu = v.Report,
            CompteRenduPar = v.ReportedBy,
            Constats = v
                .Findings.OrderBy(f => codeOf.GetValueOrDefault(f.CriterionId), StringComparer.Ordinal)
                .Select(f => new
                {
                    Critere = codeOf.GetValueOrDefault(f.CriterionId),
                    Constat = f.Text,
                    Note = f.Score,
                    SansObjet = f.IsNotApplicable,
                    Par = f.ChangedBy,
                }),
        });
    }

    /// <summary>Counts without names, as minutes give them.</summary>
    public static async Task<IEnumerable<object>> CommitteeAsync(
        LabellingDbContext db,
        Guid id,
        CancellationToken cancellationToken
    )
    {
        var items = await db
            .CommitteeItems.AsNoTracking()
            .Include(i => i.Session)
            .Where(i => i.ApplicationId == id)
            .OrderBy(i => i.Session.HeldAt)
            .ToListAsync(cancellationToken);
        return items.Select(i => new
        {
            Seance = i.Session.HeldAt,
            Question = CommitteeWords.Question(i.Motion),
            Resultat = CommitteeWords.Result(i),
            Avis = i.Opinion is { } opinion ? ApplicationTags.Of(opinion) : null,
            Pour = i.ForCount,
            Contre = i.AgainstCount,
            Abstentions = i.AbstainedCount,
        });
    }

    public static async Task<IEnumerable<object>> ConditionsAsync(
        LabellingDbContext db,
        Guid id,
        IReadOnlyDictionary<Guid, string> codeOf,
        CancellationToken cancellationToken
    )
    {
        var conditions = await db
            .Conditions.AsNoTracking()
            .Where(c => c.ApplicationId == id)
            .OrderBy(c => c.DueOn)
            .ToListAsync(cancellationToken);
        var ids = conditions.ConvertAll(c => c.Id);
        var replies = await db
            .EpnReplies.AsNoTracking()
            .Where(r => ids.Contains(r.SubjectId) && r.SentAt != null)
            .OrderBy(r => r.SentAt)
            .ToListAsync(cancellationToken);
        var repliesOf = replies.ToLookup(r => r.SubjectId);
        return conditions.Select(c => new
        {
            Critere = codeOf.GetValueOrDefault(c.CriterionId),
            AFaire = c.What,
            PreuveAttendue = c.ExpectedProof,
            AvantLe = c.DueOn,
            Reponse = c.Answer,
            Observation = c.Remark,
            LeveeLe = c.LiftedAt,
            LeveePar = c.LiftedBy,
            Envois = repliesOf[c.Id]
                .Select(r => new
                {
                    Le = r.SentAt,
                    Par = r.SentBy,
                    Texte = r.Text,
                    Observation = r.Remark,
                }),
        });
    }

    public static async Task<IEnumerable<object>> HistoryAsync(
        LabellingDbContext db,
        Guid id,
        CancellationToken cancellationToken
    ) =>
        await db
            .ApplicationEvents.Where(e => e.ApplicationId == id)
            .OrderBy(e => e.At)
            .ThenBy(e => e.Id)
            .Select(e => new
            {
                Le = e.At,
                Acte = e.Move,
                Quoi = e.What,
                Motif = e.Reason,
                Par = e.By,
                Interne = e.IsInternal,
            })
            .ToListAsync(cancellationToken);
}
