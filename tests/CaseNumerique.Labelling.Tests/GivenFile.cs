using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using CaseNumerique.TestKit;
using Microsoft.EntityFrameworkCore;
using static CaseNumerique.Labelling.Data.ApplicationMove;

namespace CaseNumerique.Labelling.Tests;

/// <summary>Files in any status, brought there by the moves that lead there.</summary>
internal static class GivenFile
{
    public static readonly Guid AssessorId = new("01990000-0000-7000-8000-00000000bbb1");

    private static readonly Dictionary<ApplicationStatus, ApplicationMove[]> _ways = new()
    {
        [ApplicationStatus.Draft] = [],
        [ApplicationStatus.Submitted] = [Submit],
        [ApplicationStatus.Admissibility] = [Submit, TakeOver],
        [ApplicationStatus.ToComplete] = [Submit, TakeOver, AskToComplete],
        [ApplicationStatus.UnderAssessment] = [Submit, TakeOver, Admit],
        [ApplicationStatus.OpinionGiven] = [Submit, TakeOver, Admit, GiveOpinion],
        [ApplicationStatus.InCommittee] = [Submit, TakeOver, Admit, GiveOpinion, SendToCommittee],
        [ApplicationStatus.Granted] = [Submit, TakeOver, Admit, GiveOpinion, Grant],
        [ApplicationStatus.GrantedWithConditions] = [Submit, TakeOver, Admit, GiveOpinion, GrantWithConditions],
        [ApplicationStatus.Refused] = [Submit, TakeOver, Admit, GiveOpinion, Refuse],
        [ApplicationStatus.Withdrawn] = [Submit, Withdraw],
        [ApplicationStatus.Abandoned] = [Abandon],
        [ApplicationStatus.Lapsed] = [Submit, TakeOver, AskToComplete, Lapse],
    };

    extension(App app)
    {
        /// <summary>A file of Les Banians (which must be there), every criterion answered « conforme » by the EPN.</summary>
        /// <param name="assessorScore">Given to every criterion by the assessor; null for none.</param>
        public Task<Guid> FileAsync(
            ApplicationStatus status,
            int? assessorScore = null,
            Guid? epnId = null,
            ApplicationKind kind = ApplicationKind.Initial,
            Guid? renewsLabelId = null
        ) =>
            app.WithAsync(
                async (LabellingDbContext db) =>
                {
                    var set = await db.CriteriaSets.InForceAsync(default);
                    var file = new LabelApplication
                    {
                        EpnId = epnId ?? Given.EpnId,
                        Kind = kind,
                        RenewsLabelId = renewsLabelId,
                        CriteriaSetId = set.Id,
                        Context = EpnContext.Rural,
                        StartedAt = app.Clock.UtcNow,
                        StartedBy = "Hélène W.",
                        OperatorName = "Association Les Banians",
                        Ridet = "0123456001",
                        Project = "Un espace ouvert à tous, au village.",
                        CharterId = Charter.FirstId,
                        CharterSignedBy = "Hélène W.",
                        CharterFunction = "Présidente",
                        CharterSignedAt = app.Clock.UtcNow,
                    };
                    db.Applications.Add(file);
                    foreach (var criterion in set.Criteria)
                    {
                        db.Answers.Add(
                            new Answer
                            {
                                ApplicationId = file.Id,
                                CriterionId = criterion.Id,
                                SelfScore = CriteriaSet.MetScore,
                                AnsweredAt = app.Clock.UtcNow,
                                AnsweredBy = "Hélène W.",
                                AssessorScore = assessorScore,
                            }
                        );
                    }

                    await MoveAsync(db, file, status, app.Clock.UtcNow);
                    await db.SaveChangesAsync();
                    return file.Id;
                }
            );

        /// <summary>A file of Les Banians that renews this label of theirs.</summary>
        public async Task<Guid> RenewalOfAsync(string number, ApplicationStatus status)
        {
            var labelId = await app.WithAsync(
                (LabellingDbContext db) => db.Labels.Where(l => l.Number == number).Select(l => l.Id).SingleAsync()
            );
            return await app.FileAsync(status, kind: ApplicationKind.Renewal, renewsLabelId: labelId);
        }

        public Task<LabelApplication> FileAsync(Guid id) =>
            app.WithAsync((LabellingDbContext db) => db.Applications.AsNoTracking().SingleAsync(a => a.Id == id));
    }

    private static async Task MoveAsync(
        LabellingDbContext db,
        LabelApplication file,
        ApplicationStatus status,
        DateTime now
    )
    {
        foreach (var move in _ways[status])
        {
            if (move == Submit)
            {
                var filed = await db.Applications.CountAsync(a => a.Number != null);
                file.NoteFiling(LabelApplication.NumberOf(now.Year, filed + 1), new string('0', 64), _somebody, now);
            }

            if (move == TakeOver)
            {
                file.AssessorId = AssessorId;
                file.AssessorName = "Nadège K.";
                file.AssessorEmail = "nadege@econum.example";
            }

            if (move == GiveOpinion)
            {
                file.NoteOpinion(OpinionKind.Favourable, "Tout y est.", _assessor, now);
            }

            db.ApplicationEvents.Add(file.Make(move, _somebody, now));
        }
    }

    private static readonly Actor _somebody = new(null, "Hélène W.", null);

    private static readonly Actor _assessor = new(AssessorId, "Nadège K.", "nadege@econum.example");

    private sealed record Actor(Guid? Id, string Name, string? Email) : ICurrentUser
    {
        public IReadOnlyCollection<Guid> AnswerableIds => Id is { } id ? [id] : [];

        public IReadOnlyCollection<Guid> EpnIds => [];
    }
}
