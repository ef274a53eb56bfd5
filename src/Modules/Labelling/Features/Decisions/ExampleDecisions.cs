using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.LabelApplications;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Decisions;

/// <summary>A session to come with two files on its agenda, a label under two conditions, a refused file.</summary>
[AuditedAs("Données d’exemple ajoutées")]
internal sealed class ExampleDecisions(LabellingDbContext db, ExampleFiling filing, TimeProvider clock) : IExampleData
{
    private const int Files = 4;

    /// <summary>Larger worlds are for measuring: there the ends of labels are spread evenly, which one more would disturb.</summary>
    private const int MostEpns = 100;

    private static readonly Somebody _assessor = new("Nadège K.", "agent@econum.example");
    private static readonly Somebody _decider = new("Direction du numérique", null);
    private static readonly Somebody _manager = new("Joseph W.", null);

    /// <summary>After the files that are filed, and those in assessment.</summary>
    public int Order => 34;

    public Task<bool> IsPresentAsync(CancellationToken cancellationToken) =>
        db.Applications.AnyAsync(a => a.Status == ApplicationStatus.Refused, cancellationToken);

    public async Task AddAsync(ExampleSize size, CancellationToken cancellationToken)
    {
        if (size.Epns > MostEpns)
        {
            return;
        }

        var set = await db.CriteriaSets.AsNoTracking().InForceAsync(cancellationToken);
        // From the end of the alphabet: other examples take their spaces from its beginning.
        var epns = await db
            .Epns.Where(e => e.ClosedOn == null && !db.Labels.Any(l => l.EpnId == e.Id))
            .Where(e => !db.Applications.Any(a => a.EpnId == e.Id))
            .OrderByDescending(e => e.SearchText)
            .Select(e => e.Id)
            .Take(Files)
            .ToListAsync(cancellationToken);
        if (epns.Count < Files)
        {
            return;
        }

        List<LabelApplication> files = [];
        foreach (var epn in epns)
        {
            files.Add(await FileAsync(set, epn, cancellationToken));
        }

        await ConveneAsync(files[0], files[1], cancellationToken);
        await GrantAsync(set, files[2], cancellationToken);
        Refuse(files[3]);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>A file with its opinion, every criterion answered and scored « conforme ».</summary>
    private async Task<LabelApplication> FileAsync(CriteriaSet set, Guid epnId, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow;
        var file = new LabelApplication
        {
            EpnId = epnId,
            Kind = ApplicationKind.Initial,
            CriteriaSetId = set.Id,
            Context = EpnContext.Rural,
            StartedAt = now.AddDays(-120),
            StartedBy = _manager.Name,
            OperatorName = "Association de l’espace",
            Ridet = "0123456001",
            Project = "Un espace ouvert à tous, des ateliers chaque semaine et l’aide aux démarches en ligne.",
            CharterId = Charter.FirstId,
            CharterSignedBy = _manager.Name,
            CharterFunction = "Présidence",
            CharterSignedAt = now.AddDays(-111),
            AssessorName = _assessor.Name,
            AssessorEmail = _assessor.Email,
            AdmittedAt = now.AddDays(-95),
        };
        db.Applications.Add(file);
        db.Answers.AddRange(
            set.Criteria.Select(criterion => new Answer
            {
                ApplicationId = file.Id,
                CriterionId = criterion.Id,
                SelfScore = CriteriaSet.MetScore,
                AnsweredAt = now.AddDays(-112),
                AnsweredBy = _manager.Name,
                AssessorScore = CriteriaSet.MetScore,
                ScoredAt = now.AddDays(-40),
                ScoredBy = _assessor.Name,
            })
        );
        await filing.FileAsync(file, _manager, now.AddDays(-110), cancellationToken);
        Add(file, ApplicationMove.TakeOver, _assessor, -105);
        Add(file, ApplicationMove.Admit, _assessor, -95);
        file.NoteOpinion(
            OpinionKind.Favourable,
            "Les critères obligatoires sont remplis.",
            _assessor,
            now.AddDays(-30)
        );
        Add(file, ApplicationMove.GiveOpinion, _assessor, -30);
        // The next file counts on this one's number.
        await db.SaveChangesAsync(cancellationToken);
        return file;
    }

    private async Task ConveneAsync(
        LabelApplication first,
        LabelApplication second,
        CancellationToken cancellationToken
    )
    {
        var members = await db
            .Staff.AsNoTracking()
            .Where(s => s.IsCommittee && s.IsOpen)
            .OrderBy(s => s.Email)
            .ToListAsync(cancellationToken);
        var rules = await db.ProcedureRules.AsNoTracking().InForceAsync(cancellationToken);
        var session = new CommitteeSession
        {
            HeldAt = NoumeaTime.ToUtc(clock.Today.AddDays(15), new TimeOnly(9, 0)),
            Place = "Salle de réunion d’ÉcoNum, Nouméa",
            QuorumPercent = rules.QuorumPercent,
            PlannedBy = _assessor.Name,
            Seats =
            [
                .. members.Select(m => new CommitteeSeat
                {
                    AccountId = m.Id,
                    Name = m.Name,
                    Email = m.Email,
                }),
            ],
        };
        session.Convene(clock.UtcNow.AddDays(-1));
        db.CommitteeSessions.Add(session);
        foreach (var (i, file) in new[] { first, second }.Index())
        {
            db.CommitteeItems.Add(
                new CommitteeItem
                {
                    SessionId = session.Id,
                    ApplicationId = file.Id,
                    Position = i + 1,
                    Motion = file.Opinion!.Value,
                }
            );
            Add(file, ApplicationMove.SendToCommittee, _assessor, -2, session.Name);
        }
    }

    private async Task GrantAsync(CriteriaSet set, LabelApplication file, CancellationToken cancellationToken)
    {
        file.ActNumber = "2026-0000 (exemple)";
        file.ActOn = clock.Today.AddDays(-20);
        file.NoteDecision(reasons: null, _decider, clock.UtcNow.AddDays(-20));
        var label = await db.GrantAsync(file, clock.Today.AddDays(-20), _decider, clock, cancellationToken);
        file.GrantedLabelId = label.Id;
        (string Code, string What, int Days)[] conditions =
        [
            ("F2", "Configurer un poste pour les personnes malvoyantes.", 25),
            ("G2", "Tenir le registre des traitements, et afficher comment les données sont effacées.", 70),
        ];
        foreach (var (code, what, days) in conditions)
        {
            var criterion = set.Criteria.Single(k => k.Code == code);
            db.Conditions.Add(
                new Condition
                {
                    ApplicationId = file.Id,
                    LabelId = label.Id,
                    CriterionId = criterion.Id,
                    What = what,
                    DueOn = clock.Today.AddDays(days),
                    ExpectedProof = criterion.ExpectedProof,
                }
            );
        }

        Add(file, ApplicationMove.GrantWithConditions, _decider, -20);
    }

    private void Refuse(LabelApplication file)
    {
        const string reasons =
            "L’espace n’a plus d’animateur ou d’animatrice depuis six mois (C1).\nLe programme n’est pas publié (D2).";
        file.NoteDecision(reasons, _decider, clock.UtcNow.AddDays(-10));
        Add(file, ApplicationMove.Refuse, _decider, -10, reasons);
    }

    // Nothing is announced of these moves: the mails that follow from them would be of days past.
    private void Add(LabelApplication file, ApplicationMove move, Somebody who, int days, string? reason = null) =>
        db.ApplicationEvents.Add(file.Make(move, who, clock.UtcNow.AddDays(days), reason));

    private sealed record Somebody(string Name, string? Email) : ICurrentUser
    {
        public Guid? Id => null;

        public IReadOnlyCollection<Guid> AnswerableIds => [];

        public IReadOnlyCollection<Guid> EpnIds => [];
    }
}
