using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Deadlines;
using CaseNumerique.Labelling.Features.Mails;
using CaseNumerique.Labelling.Features.Proposals;
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
        services.AddScoped<FilePost>();
        services.AddScoped<DeadlinePlan>();
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
                policy => policy.RequireRole([.. Roles.EcoNum, Roles.Manager, Roles.Facilitator])
            )
            .AddPolicy(Policies.Apply, policy => policy.RequireRole(Roles.Manager, Roles.Facilitator));
        return services;
    }
}
