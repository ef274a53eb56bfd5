using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Events.Data;

internal sealed class EventsDbContext(DbContextOptions<EventsDbContext> options) : ModuleDbContext(options, "events")
{
    public DbSet<Gathering> Gatherings => Set<Gathering>();

    public DbSet<Epn> Epns => Set<Epn>();
}
