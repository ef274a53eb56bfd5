using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Platform.Data;

/// <summary>What no module owns: mails on their way, files that people sent, and what the jobs and the clock were last seen doing.</summary>
internal sealed class PlatformDbContext(DbContextOptions<PlatformDbContext> options) : ModuleDbContext(options, Name)
{
    public const string Name = "platform";

    public DbSet<Mail> Mails => Set<Mail>();

    public DbSet<MailEvent> MailEvents => Set<MailEvent>();

    public DbSet<JobMark> JobMarks => Set<JobMark>();

    public DbSet<Erasure> Erasures => Set<Erasure>();

    public DbSet<RetentionRule> RetentionRules => Set<RetentionRule>();

    public DbSet<ClockMark> ClockMarks => Set<ClockMark>();

    public DbSet<StoredFile> StoredFiles => Set<StoredFile>();

    public DbSet<Upload> Uploads => Set<Upload>();
}
