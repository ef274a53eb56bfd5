using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Data;

internal sealed class LabellingDbContext(DbContextOptions<LabellingDbContext> options) : ModuleDbContext(options, Name)
{
    public const string Name = "labelling";

    public DbSet<Epn> Epns => Set<Epn>();

    public DbSet<EpnContact> Contacts => Set<EpnContact>();

    public DbSet<Label> Labels => Set<Label>();

    public DbSet<LabelEvent> LabelEvents => Set<LabelEvent>();

    public DbSet<Proposal> Proposals => Set<Proposal>();

    public DbSet<ConflictOfInterest> ConflictsOfInterest => Set<ConflictOfInterest>();

    public DbSet<Reminder> Reminders => Set<Reminder>();

    public DbSet<ReminderRules> ReminderRules => Set<ReminderRules>();

    public DbSet<CriteriaSet> CriteriaSets => Set<CriteriaSet>();

    public DbSet<Chapter> Chapters => Set<Chapter>();

    public DbSet<Criterion> Criteria => Set<Criterion>();

    public DbSet<ProcedureRules> ProcedureRules => Set<ProcedureRules>();

    public DbSet<SelfCheck> SelfChecks => Set<SelfCheck>();

    public DbSet<LabelApplication> Applications => Set<LabelApplication>();

    public DbSet<ApplicationEvent> ApplicationEvents => Set<ApplicationEvent>();

    public DbSet<Answer> Answers => Set<Answer>();

    public DbSet<Evidence> Evidence => Set<Evidence>();

    public DbSet<EvidenceUse> EvidenceUses => Set<EvidenceUse>();

    public DbSet<Charter> Charters => Set<Charter>();

    public DbSet<FiledVersion> FiledVersions => Set<FiledVersion>();
    public DbSet<StaffMember> Staff => Set<StaffMember>();

    public DbSet<CompletionRequest> Completions => Set<CompletionRequest>();

    public DbSet<AnswerSnapshot> AnswerSnapshots => Set<AnswerSnapshot>();

    public DbSet<Holiday> Holidays => Set<Holiday>();

    public DbSet<FileMessage> Messages => Set<FileMessage>();

    public DbSet<ExternalOpinion> ExternalOpinions => Set<ExternalOpinion>();

    public DbSet<SiteVisit> Visits => Set<SiteVisit>();

    public DbSet<FindingRevision> FindingRevisions => Set<FindingRevision>();

    public DbSet<VisitPhoto> VisitPhotos => Set<VisitPhoto>();

    public DbSet<Condition> Conditions => Set<Condition>();

    public DbSet<CommitteeSession> CommitteeSessions => Set<CommitteeSession>();

    public DbSet<CommitteeItem> CommitteeItems => Set<CommitteeItem>();

    public DbSet<IssuerKey> IssuerKeys => Set<IssuerKey>();

    public DbSet<TemporaryClosure> TemporaryClosures => Set<TemporaryClosure>();

    public DbSet<FormalNotice> FormalNotices => Set<FormalNotice>();

    public DbSet<EpnReply> EpnReplies => Set<EpnReply>();

    public DbSet<DeadlineReminder> DeadlineReminders => Set<DeadlineReminder>();

    public DbSet<ProvenFact> ProvenFacts => Set<ProvenFact>();
}
