using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Completions;
using CaseNumerique.Labelling.Features.LabelApplications;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Assessments;

/// <summary>Files in the hands of the example agent: one scored for the greater part and visited, one that the EPN must complete.</summary>
[AuditedAs("Données d’exemple ajoutées")]
internal sealed class ExampleAssessments(LabellingDbContext db, ExampleFiling filing, TimeProvider clock) : IExampleData
{
    private const int ScoredCriteria = 35;

    /// <summary>After the files that are only filed.</summary>
    public int Order => 32;

    public Task<bool> IsPresentAsync(CancellationToken cancellationToken) =>
        db.Applications.AnyAsync(a => a.AssessorId != null, cancellationToken);

    public async Task AddAsync(ExampleSize size, CancellationToken cancellationToken)
    {
        var set = await db.CriteriaSets.AsNoTracking().InForceAsync(cancellationToken);
        var agent = await db.Staff.Where(s => s.IsAgent).OrderBy(s => s.Email).FirstOrDefaultAsync(cancellationToken);
        var epns = await db
            .Epns.Where(e => e.ClosedOn == null && !db.Labels.Held().Any(l => l.EpnId == e.Id))
            .Where(e => !db.Applications.Any(a => a.EpnId == e.Id))
            .OrderBy(e => e.SearchText)
            .Select(e => e.Id)
            .Take(2)
            .ToListAsync(cancellationToken);
        if (agent is null || epns.Count < 2)
        {
            return;
        }

        await AddAsync(set, epns[0], new(agent.Id, agent.Name, agent.Email), isVisited: true, cancellationToken);
        await AddAsync(set, epns[1], new(agent.Id, agent.Name, agent.Email), isVisited: false, cancellationToken);
    }

    private async Task AddAsync(
        CriteriaSet set,
        Guid epnId,
        Somebody assessor,
        bool isVisited,
        CancellationToken cancellationToken
    )
    {
        var contact = await db
            .Contacts.Where(c => c.EpnId == epnId && c.Role == EpnContact.Manager)
            .Select(c => c.Name)
            .FirstOrDefaultAsync(cancellationToken);
        var manager = new Somebody(null, contact ?? "Joseph W.", null);
        var now = clock.UtcNow;
        var file = new LabelApplication
        {
            EpnId = epnId,
            Kind = ApplicationKind.Initial,
            CriteriaSetId = set.Id,
            Context = isVisited ? EpnContext.Rural : EpnContext.Remote,
            StartedAt = now.AddDays(-60),
            StartedBy = manager.Name,
            OperatorName = isVisited ? "Mairie" : "Association Les Flamboyants",
            Ridet = "0123456001",
            Project = "Accompagner les démarches en ligne, et des ateliers pour les jeunes et les aînés.",
            CharterId = Charter.FirstId,
            CharterSignedBy = manager.Name,
            CharterFunction = "Présidence",
            CharterSignedAt = now.AddDays(-51),
            AssessorId = assessor.Id,
            AssessorName = assessor.Name,
            AssessorEmail = assessor.Email,
        };
        db.Applications.Add(file);
        Answer(set, file, manager, isVisited ? assessor : null);
        await filing.FileAsync(file, manager, now.AddDays(-50), cancellationToken);
        db.ApplicationEvents.Add(file.Make(ApplicationMove.TakeOver, assessor, now.AddDays(-47)));
        if (isVisited)
        {
            await AssessAsync(set, file, assessor, now, cancellationToken);
        }
        else
        {
            await AskAsync(set, file, assessor, now, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Mostly « conforme » by the EPN; the assessor agrees but for a few.</summary>
    private void Answer(CriteriaSet set, LabelApplication file, Somebody manager, Somebody? assessor)
    {
        foreach (var (i, criterion) in set.Criteria.Index())
        {
            var isScored = assessor is not null && i < ScoredCriteria;
            var isLower = i % 9 == 4;
            db.Answers.Add(
                new Answer
                {
                    ApplicationId = file.Id,
                    CriterionId = criterion.Id,
                    SelfScore = i % 7 == 3 ? 3 : 2,
                    AnsweredAt = file.StartedAt.AddDays(5),
                    AnsweredBy = manager.Name,
                    AssessorScore =
                        !isScored ? null
                        : isLower ? 1
                        : 2,
                    AssessorComment = isScored && isLower ? "La pièce ne couvre que le premier semestre." : null,
                    ScoredAt = isScored ? clock.UtcNow.AddDays(-5) : null,
                    ScoredBy = isScored ? assessor!.Name : null,
                    ScoredById = isScored ? assessor!.Id : null,
                }
            );
        }
    }

    private async Task AssessAsync(
        CriteriaSet set,
        LabelApplication file,
        Somebody assessor,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        var rules = await db.ProcedureRules.AsNoTracking().InForceAsync(cancellationToken);
        var calendar = await db.Holidays.WorkingDaysAsync(cancellationToken);
        file.AdmittedAt = now.AddDays(-40);
        file.OpinionDueOn = calendar.After(clock.Today.AddDays(-40), rules.AssessmentWorkingDays);
        db.ApplicationEvents.Add(file.Make(ApplicationMove.Admit, assessor, now.AddDays(-40)));
        var visit = new SiteVisit { ApplicationId = file.Id, Minutes = 120 };
        visit.Confirm(NoumeaTime.ToUtc(clock.Today.AddDays(-6), new TimeOnly(9, 0)));
        visit.NoteReport(
            "Deux personnes de l’espace, et la personne qui suit le dossier.",
            "Local clair et bien signalé. Six postes en état, programme du trimestre affiché à l’entrée.",
            assessor,
            now.AddDays(-5)
        );
        visit.Note(
            set.Criteria.First(k => k.Code == "E1").Id,
            new FindingWords("Six postes, dont un en réserve.", 2, IsNotApplicable: false),
            assessor,
            now.AddDays(-5)
        );
        db.Visits.Add(visit);
        db.ApplicationEvents.Add(
            ApplicationEvent.Of(file, FileNews.VisitDone.Path, FileNews.VisitDone.Done, assessor, now.AddDays(-5))
        );
        db.Messages.Add(
            new FileMessage
            {
                ApplicationId = file.Id,
                At = now.AddDays(-4),
                IsFromEpn = false,
                By = assessor.Name,
                ById = assessor.Id,
                Text = "Merci pour votre accueil. Il reste à joindre le planning du second semestre.",
            }
        );
    }

    private async Task AskAsync(
        CriteriaSet set,
        LabelApplication file,
        Somebody assessor,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        var insurance = set.Criteria.First(k => k.Code == "A4").Id;
        var request = new CompletionRequest
        {
            ApplicationId = file.Id,
            Number = 1,
            AskedAt = now.AddDays(-12),
            AskedBy = assessor.Name,
            AskedById = assessor.Id,
            Items =
            [
                new()
                {
                    Position = 1,
                    CriterionId = insurance,
                    What = "L’attestation d’assurance de l’année en cours.",
                },
                new() { Position = 2, What = "La délibération qui autorise la demande." },
            ],
        };
        db.Completions.Add(request);
        db.ApplicationEvents.Add(file.Make(ApplicationMove.AskToComplete, assessor, now.AddDays(-12)));
        file.CompletionDueOn = clock.Today.AddDays(18);
        await db.SaveChangesAsync(cancellationToken);
        db.AnswerSnapshots.AddRange(await db.SnapshotsAsync(file, request.Id, cancellationToken));
    }

    private sealed record Somebody(Guid? Id, string Name, string? Email) : ICurrentUser
    {
        public IReadOnlyCollection<Guid> AnswerableIds => Id is { } id ? [id] : [];

        public IReadOnlyCollection<Guid> EpnIds => [];
    }
}
