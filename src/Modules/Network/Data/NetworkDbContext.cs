using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Network.Data;

internal sealed class NetworkDbContext(DbContextOptions<NetworkDbContext> options) : ModuleDbContext(options, "network")
{
    public DbSet<Epn> Epns => Set<Epn>();

    public DbSet<Contact> Contacts => Set<Contact>();

    public DbSet<Affiliation> Affiliations => Set<Affiliation>();

    public DbSet<Operator> Operators => Set<Operator>();
}
