using CaseNumerique.Platform.Audit;
using CaseNumerique.Platform.Data;
using CaseNumerique.Platform.Delivery;
using CaseNumerique.Platform.Files;
using CaseNumerique.Platform.Jobs;
using CaseNumerique.Platform.Printing;
using CaseNumerique.Platform.Privacy;
using CaseNumerique.SharedKernel;
using Hangfire;
using Hangfire.InMemory;
using Hangfire.SqlServer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CaseNumerique.Platform;

/// <summary>What every module needs and none owns: mail delivery, files, jobs, the clock.</summary>
public static class PlatformModule
{
    public static IServiceCollection AddPlatform(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDbContext<PlatformDbContext>(PlatformDbContext.Name);
        services.AddSingleton<IInterceptor, SqliteSettings>();
        services.AddSingleton<DatabaseMigrator>();
        services.AddSingleton<IPrinter, Printer>();
        services
            .AddAuthorizationBuilder()
            .AddPolicy(Policies.Own, policy => policy.RequireAuthenticatedUser())
            .AddPolicy(Policies.Mails, policy => policy.RequireRole(Roles.EcoNum))
            .AddPolicy(Policies.SendFiles, policy => policy.RequireAuthenticatedUser())
            .AddPolicy(Policies.Journal, policy => policy.RequireRole(Roles.EcoNum))
            .AddPolicy(Policies.Operate, policy => policy.RequireRole(Roles.Administrator));
        return services
            .AddJournal()
            .AddNotifications()
            .AddDelivery(configuration)
            .AddFiles(configuration)
            .AddJobs(configuration)
            .AddPrivacy();
    }

    /// <summary>Writes down who is refused what; between the sign-in and the pages.</summary>
    public static IApplicationBuilder UseRefusalJournal(this IApplicationBuilder app) =>
        app.UseMiddleware<RefusalJournal>();

    private static IServiceCollection AddJournal(this IServiceCollection services)
    {
        services.AddSingleton<AuditWriter>();
        services.AddSingleton<IAuditJournal, AuditJournal>();
        services.AddSingleton<AuditSealer>();
        services.AddScoped<AuditVerifier>();
        services.AddScoped<AuditEraser>();
        return services.AddSingleton<IInterceptor, AuditInterceptor>();
    }

    private static IServiceCollection AddPrivacy(this IServiceCollection services)
    {
        services.AddScoped<PersonalDataReader>();
        services.AddScoped<RetentionRules>();
        services.AddScoped<ErasureRun>();
        services.AddScoped<MailErasure>();
        services.AddScoped<NotificationErasure>();
        services.AddScoped<DatabaseScrub>();
        return services;
    }

    private static IServiceCollection AddNotifications(this IServiceCollection services)
    {
        services.AddScoped<PerHandlerPublisher>();
        services.AddScoped<MediatR.INotificationPublisher>(p => p.GetRequiredService<PerHandlerPublisher>());
        services.AddSingleton<NotificationAddressing>();
        services.AddSingleton<NotificationDelivery>();
        return services.AddSingleton<NotificationDispatcher>();
    }

    private static IServiceCollection AddDelivery(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MailOptions>().Bind(configuration.GetSection(MailOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<MailOptions>, MailOptionsValidator>();
        services.AddSingleton<IMailer, Mailer>();
        services.AddScoped<MailTemplate>();
        services.AddSingleton<MailStore>();
        services.AddSingleton<MailRecovery>();
        services.AddSingleton<MailDelivery>();
        services.AddSingleton<PickupTransport>();
        services.AddSingleton<SmtpTransport>();
        services.AddSingleton<IMailTransport>(p =>
            p.GetRequiredService<IOptions<MailOptions>>().Value.Mode is MailMode.Smtp
                ? p.GetRequiredService<SmtpTransport>()
                : p.GetRequiredService<PickupTransport>()
        );
        return services.AddSingleton<IDeliveryProbe>(p =>
            p.GetRequiredService<IOptions<MailOptions>>().Value switch
            {
                { Mode: not MailMode.Smtp } => p.GetRequiredService<PickupTransport>(),
                { PostfixLog: { Length: > 0 } } => ActivatorUtilities.CreateInstance<PostfixLogProbe>(p),
                _ => new NoProbe(),
            }
        );
    }

    private static IServiceCollection AddFiles(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<FilesOptions>().Bind(configuration.GetSection(FilesOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<FilesOptions>, FilesOptionsValidator>();
        services.AddSingleton<FileShelf>();
        services.AddSingleton<IVirusScanner, ClamAv>();
        return services.AddScoped<IFileStore, FileStore>();
    }

    private static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<JobOptions>().Bind(configuration.GetSection(JobOptions.Section)).ValidateOnStart();
        services.AddSingleton<IClockGuard, ClockGuard>();
        services.AddSingleton(p => (ClockGuard)p.GetRequiredService<IClockGuard>());
        services.AddSingleton<JobWaker>();
        services.AddSingleton<IInterceptor, OutboxWakeInterceptor>();
        services.AddSingleton<JobRunner>();
        services.AddSingleton<JobSchedule>();
        services.AddSingleton<JobWatchdog>();
        services.AddHostedService(p => p.GetRequiredService<JobWatchdog>());
        services.AddSingleton<Readiness>();
        services.AddHangfire(
            (provider, hangfire) =>
            {
                hangfire.UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings();
                var database = provider.GetRequiredService<Database>();
                if (database.Provider is DatabaseProvider.SqlServer)
                {
                    hangfire.UseSqlServerStorage(database.ConnectionString, new SqlServerStorageOptions());
                }
                else
                {
                    // No storage for SQLite can be trusted (docs/adr/0005): the tables are the record, this is the clock.
                    hangfire.UseInMemoryStorage(new InMemoryStorageOptions());
                }
            }
        );
        if (configuration.GetValue($"{JobOptions.Section}:{nameof(JobOptions.Enabled)}", defaultValue: true))
        {
            services.AddHangfireServer(server =>
            {
                server.WorkerCount = 4;
                server.SchedulePollingInterval = TimeSpan.FromSeconds(5);
            });
        }

        return services;
    }
}
