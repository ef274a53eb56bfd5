using CaseNumerique.Network.Data;
using CaseNumerique.SharedKernel;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace CaseNumerique.Network;

/// <summary>The digital public spaces (EPN) of the country and the people who keep them.</summary>
public static class NetworkModule
{
    public static IServiceCollection AddNetwork(this IServiceCollection services)
    {
        services.AddModuleDbContext<NetworkDbContext>("network");
        services
            .AddAuthorizationBuilder()
            .AddPolicy(Policies.Read, policy => policy.RequireRole([.. Roles.EcoNum, Roles.Manager, Roles.Facilitator]))
            .AddPolicy(Policies.Manage, policy => policy.RequireRole(Roles.Administrator, Roles.Agent));
        return services;
    }
}
