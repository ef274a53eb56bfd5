using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseNumerique.SharedKernel;

/// <summary>A module's own tables, with its outbox and inbox.</summary>
public abstract class ModuleDbContext(DbContextOptions options, string module) : DbContext(options)
{
    private const int TextMaxLength = 400;

    public string Module => module;

    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    public DbSet<OutboxDelivery> Deliveries => Set<OutboxDelivery>();

    public DbSet<InboxEntry> Inbox => Set<InboxEntry>();

    /// <summary>The platform's journal, which a change is written to in its own transaction.</summary>
    public DbSet<AuditEntry> Journal => Set<AuditEntry>();

    public DbSet<AuditDetail> JournalDetails => Set<AuditDetail>();

    /// <summary>Queues a notification in the same transaction as the change it announces.</summary>
    /// <param name="notification">A record of the Contracts assembly.</param>
    /// <param name="about">The aggregate it speaks of: a handler hears of one aggregate in the order of the announcements.</param>
    public void Announce(INotification notification, Guid about) =>
        Outbox.Add(
            new OutboxMessage
            {
                Type = notification.GetType().FullName!,
                Payload = JsonSerializer.Serialize(notification, notification.GetType()),
                AggregateId = about,
            }
        );

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcDateTime>();
        // Without a length, SQL Server would store nvarchar(max), which no index can hold.
        configurationBuilder.Properties<string>().HaveMaxLength(TextMaxLength);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfiguration(new OutboxMessage.Configuration());
        modelBuilder.ApplyConfiguration(new OutboxDelivery.Configuration());
        modelBuilder.ApplyConfiguration(new InboxEntry.Configuration());
        modelBuilder.ApplyConfiguration(new AuditEntry.Configuration());
        modelBuilder.ApplyConfiguration(new AuditDetail.Configuration());
        modelBuilder.ApplyConfigurationsFromAssembly(GetType().Assembly);
        modelBuilder.NameTables(Database, module);
        modelBuilder.MapAuditTables(Database.IsSqlServer(), module);
    }
}

public static class ModuleScope
{
    public static ModuleDbContext ModuleNamed(this AsyncServiceScope scope, string module) =>
        scope.ServiceProvider.GetServices<ModuleDbContext>().Single(m => m.Module == module);
}
