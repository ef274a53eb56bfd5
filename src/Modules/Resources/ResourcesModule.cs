using CaseNumerique.Resources.Data;
using CaseNumerique.SharedKernel;
using Microsoft.Extensions.DependencyInjection;

namespace CaseNumerique.Resources;

/// <summary>Turnkey workshop kits, to be taken away by the whole network.</summary>
public static class ResourcesModule
{
    public static IServiceCollection AddResources(this IServiceCollection services)
    {
        services.AddModuleDbContext<ResourcesDbContext>("resources");
        services.AddAuthorizationBuilder().AddPolicy(Policies.Publish, policy => policy.RequireRole(Roles.EcoNum));
        return services;
    }
}
