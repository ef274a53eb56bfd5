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

    public DbSet<Criterion> Criteria => Set<Criterion>();

    public DbSet<ProcedureRules> ProcedureRules => Set<ProcedureRules>();

    public DbSet<LabelApplication> Applications => Set<LabelApplication>();

    public DbSet<ApplicationEvent> ApplicationEvents => Set<ApplicationEvent>();

    public DbSet<Answer> Answers => Set<Answer>();

    public DbSet<Evidence> Evidence => Set<Evidence>();

    public DbSet<EvidenceUse> EvidenceUses => Set<EvidenceUse>();

    public DbSet<Deadline> Deadlines => Set<Deadline>();

    public DbSet<DeadlineReminder> DeadlineReminders => Set<DeadlineReminder>();

    public DbSet<ProvenFact> ProvenFacts => Set<ProvenFact>();
}
