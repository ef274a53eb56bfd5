using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.LabelApplications;

/// <summary>Files in their first statuses: the renewal that the example gestionnaire has begun, a first draft, and two that were filed.</summary>
[AuditedAs("Données d’exemple ajoutées")]
internal sealed class ExampleApplications(LabellingDbContext db, ExampleFiling filing, TimeProvider clock)
    : IExampleData
{
    private const string Operator = "Association Les Niaoulis";

    /// <summary>After the labels.</summary>
    public int Order => 22;

    public Task<bool> IsPresentAsync(CancellationToken cancellationToken) =>
        db.Applications.AnyAsync(cancellationToken);

    public async Task AddAsync(ExampleSize size, CancellationToken cancellationToken)
    {
        var set = await db.CriteriaSets.AsNoTracking().InForceAsync(cancellationToken);
        var today = clock.Today;
        // The space that the example accounts act for: its label ends soonest.
        var ending = await db
            .Labels.Where(l => l.Status == LabelStatus.Active && l.ExpiresOn > today)
            .Join(db.Epns.Where(e => e.ClosedOn == null), l => l.EpnId, e => e.Id, (l, e) => new { Label = l, Epn = e })
            .OrderBy(x => x.Label.ExpiresOn)
            .ThenBy(x => x.Epn.SearchText)
            .Select(x => x.Label)
            .FirstOrDefaultAsync(cancellationToken);
        if (ending is not null)
        {
            await AddAsync(set, ending.EpnId, ending, answered: 21, isFiled: false, cancellationToken);
        }

        var epns = await db
            .Epns.Where(e => e.ClosedOn == null && !db.Labels.Held().Any(l => l.EpnId == e.Id))
            .OrderBy(e => e.SearchText)
            .Select(e => e.Id)
            .Take(3)
            .ToListAsync(cancellationToken);
        foreach (var (i, epnId) in epns.Index())
        {
            await AddAsync(set, epnId, label: null, answered: i == 0 ? 12 : 43, isFiled: i > 0, cancellationToken);
        }
    }

    private async Task AddAsync(
        CriteriaSet set,
        Guid epnId,
        Label? label,
        int answered,
        bool isFiled,
        CancellationToken cancellationToken
    )
    {
        var somebody = new Somebody(
            await db
                .Contacts.Where(c => c.EpnId == epnId && c.Role == EpnContact.Manager)
                .Select(c => c.Name)
                .FirstOrDefaultAsync(cancellationToken)
                ?? "Joseph W."
        );
        var startedAt = clock.UtcNow.AddDays(-20);
        var file = new LabelApplication
        {
            EpnId = epnId,
            Kind = label is null ? ApplicationKind.Initial : ApplicationKind.Renewal,
            RenewsLabelId = label?.Id,
            CriteriaSetId = set.Id,
            Context = EpnContext.Rural,
            StartedAt = startedAt,
            StartedBy = somebody.Name,
            OperatorName = Operator,
            Ridet = "0123456001",
            Project = "Un espace ouvert à tous, avec des ateliers chaque semaine et une aide aux démarches.",
            CharterId = isFiled ? Charter.FirstId : null,
            CharterSignedBy = isFiled ? somebody.Name : null,
            CharterFunction = isFiled ? "Présidence" : null,
            CharterSignedAt = isFiled ? startedAt.AddDays(8) : null,
        };
        db.Applications.Add(file);
        AddAnswers(set, file, somebody, answered);
        await db.SaveChangesAsync(cancellationToken);
        if (isFiled)
        {
            await filing.FileAsync(file, somebody, startedAt.AddDays(10), cancellationToken);
        }
    }

    private void AddAnswers(CriteriaSet set, LabelApplication file, Somebody somebody, int answered)
    {
        var planning = Proof(file, somebody, "Planning des ateliers", expiresOn: null);
        var insurance = Proof(file, somebody, "Attestation d’assurance", clock.Today.AddDays(45));
        db.Evidence.AddRange(planning, insurance);
        foreach (var (i, criterion) in set.Criteria.Take(answered).Index())
        {
            var answer = new Answer { ApplicationId = file.Id, CriterionId = criterion.Id };
            answer.Say(2 + (i % 5 / 4), isNotApplicable: false, comment: null, somebody, file.StartedAt.AddDays(1));
            db.Answers.Add(answer);
            db.EvidenceUses.Add(
                new EvidenceUse
                {
                    AnswerId = answer.Id,
                    EvidenceId = criterion.Code == "A4" ? insurance.Id : planning.Id,
                }
            );
        }
    }

    private static Evidence Proof(LabelApplication file, Somebody somebody, string title, DateOnly? expiresOn) =>
        new()
        {
            EpnId = file.EpnId,
            Title = title,
            Link = "https://www.exemple.nc/piece",
            ExpiresOn = expiresOn,
            AddedAt = file.StartedAt,
            AddedBy = somebody.Name,
        };

    /// <summary>A person of an example space, who has no account.</summary>
    private sealed record Somebody(string Name) : ICurrentUser
    {
        public Guid? Id => null;

        public string? Email => null;

        public IReadOnlyCollection<Guid> AnswerableIds => [];

        public IReadOnlyCollection<Guid> EpnIds => [];
    }
}
