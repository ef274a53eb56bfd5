using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Resources.Data;

internal sealed class ResourcesDbContext(DbContextOptions<ResourcesDbContext> options)
    : ModuleDbContext(options, "resources")
{
    public DbSet<WorkshopKit> Kits => Set<WorkshopKit>();

    public DbSet<Epn> Epns => Set<Epn>();
}
