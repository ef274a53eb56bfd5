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
}
