using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Assessments;
using CaseNumerique.Labelling.Features.Badges;
using CaseNumerique.Labelling.Features.Committee;
using CaseNumerique.Labelling.Features.Completions;
using CaseNumerique.Labelling.Features.Conditions;
using CaseNumerique.Labelling.Features.CriteriaSets;
using CaseNumerique.Labelling.Features.Deadlines;
using CaseNumerique.Labelling.Features.Decisions;
using CaseNumerique.Labelling.Features.Exports;
using CaseNumerique.Labelling.Features.FormalNotices;
using CaseNumerique.Labelling.Features.LabelApplications;
using CaseNumerique.Labelling.Features.Mails;
using CaseNumerique.Labelling.Features.Opinions;
using CaseNumerique.Labelling.Features.Proposals;
using CaseNumerique.Labelling.Features.SelfChecks;
using CaseNumerique.Labelling.Features.Visits;
using CaseNumerique.SharedKernel;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace CaseNumerique.Labelling;

/// <summary>Labels: granted, renewed in time, suspended, withdrawn.</summary>
public static class LabellingModule
{
    public static IServiceCollection AddLabelling(this IServiceCollection services)
    {
        services.AddModuleDbContext<LabellingDbContext>(LabellingDbContext.Name);
        services.AddScoped<Impartiality>();
        services.AddScoped<DecisionCheck>();
        services.AddSingleton<OpinionLink>();
        services.AddScoped<FileCheck>();
        services.AddScoped<ApplicantCheck>();
        services.AddScoped<DecisionGuard>();
        services.AddScoped<FilePost>();
        services.AddScoped<FileArchive>();
        services.AddScoped<ExampleFiling>();
        services.AddScoped<ApplyingRules>();
        services.AddScoped<IssuerKeys>();
        services.AddScoped<SetSimulation>();
        services.AddSelfCheckRateLimit();
        services.AddScoped<DeadlinePlan>();
        services.AddScoped<IDeadlineSource, CompletionDeadlines>();
        services.AddScoped<IDeadlineSource, OpinionDeadlines>();
        services.AddScoped<IDeadlineSource, ConditionDeadlines>();
        services.AddScoped<IDeadlineSource, NoticeDeadlines>();
        services.AddScoped<IDeadlineSource, VisitDeadlines>();
        services.AddScoped<IDeadlineSource, SessionDeadlines>();
        services.AddScoped<IDeadlineSource, ExternalOpinionDeadlines>();
        services
            .AddAuthorizationBuilder()
            .AddPolicy(Policies.Read, policy => policy.RequireRole(Roles.EcoNum))
            .AddPolicy(Policies.Assess, policy => policy.RequireRole(Roles.EcoNum))
            .AddPolicy(Policies.Decide, policy => policy.RequireRole(Roles.Administrator))
            .AddPolicy(Policies.Declare, policy => policy.RequireRole([.. Roles.EcoNum, Roles.Committee]))
            .AddPolicy(
                Policies.Renew,
                policy => policy.RequireRole([.. Roles.EcoNum, Roles.Manager, Roles.Facilitator])
            )
            .AddPolicy(
                Policies.ReadFile,
                policy => policy.RequireRole([.. Roles.EcoNum, Roles.Committee, Roles.Manager, Roles.Facilitator])
            )
            .AddPolicy(Policies.Sit, policy => policy.RequireRole([.. Roles.EcoNum, Roles.Committee]))
            .AddPolicy(Policies.Vote, policy => policy.RequireRole(Roles.Committee))
            .AddPolicy(Policies.Hold, policy => policy.RequireRole(Roles.Manager, Roles.Facilitator))
            .AddPolicy(Policies.Renounce, policy => policy.RequireRole(Roles.Manager))
            .AddPolicy(Policies.ReadCriteria, policy => policy.RequireRole(Roles.All))
            .AddPolicy(Policies.Apply, policy => policy.RequireRole(Roles.Manager, Roles.Facilitator));
        return services;
    }

    /// <summary>What the module needs before the first request, once its tables are up to date.</summary>
    public static async Task PrepareAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IssuerKeys>().EnsureAsync(cancellationToken);
    }
}
