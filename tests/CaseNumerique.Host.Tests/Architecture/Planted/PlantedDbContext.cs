using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Host.Tests.Architecture.Planted;

internal sealed class PlantedDbContext : DbContext
{
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
        optionsBuilder.UseSqlite("Data Source=:memory:");

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.Entity<PlantedEntity>().ToTable("Elsewhere");
}

internal sealed class PlantedEntity
{
    public int Id { get; init; }
    public DateTimeOffset? At { get; init; }
    public decimal Amount { get; init; }
    public TimeSpan Lasts { get; init; }
    public string Text { get; init; } = "";
}
