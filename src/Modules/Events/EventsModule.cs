using CaseNumerique.Events.Data;
using CaseNumerique.SharedKernel;
using Microsoft.Extensions.DependencyInjection;

namespace CaseNumerique.Events;

/// <summary>The gatherings where the facilitators of the network meet.</summary>
public static class EventsModule
{
    public static IServiceCollection AddEvents(this IServiceCollection services)
    {
        services.AddModuleDbContext<EventsDbContext>("events");
        services.AddAuthorizationBuilder().AddPolicy(Policies.Organise, policy => policy.RequireRole(Roles.EcoNum));
        return services;
    }
}
