using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.SqlServer.Tests.Sample;

/// <summary>A small context of this suite's own, so that a fault planted in it tells of the machinery and not of a module.</summary>
internal sealed class LibraryDbContext(DbContextOptions<LibraryDbContext> options) : ModuleDbContext(options, Name)
{
    public const string Name = "library";

    public DbSet<Book> Books => Set<Book>();

    public static LibraryDbContext OnSqlServer(Recorder recorder) =>
        new(
            new Database(DatabaseProvider.SqlServer, "Server=nowhere").OptionsFor<LibraryDbContext>(
                Name,
                recorder.Interceptors
            )
        );

    public static string CreateScript()
    {
        using var db = OnSqlServer(new Recorder());
        return db.Database.GenerateCreateScript();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Book>().HasIndex(b => b.Title).IsUnique();
        modelBuilder.Entity<Book>().HasIndex(b => b.AddedAt).HasFilter("[Subtitle] IS NOT NULL");
        modelBuilder.Entity<Chapter>();
        base.OnModelCreating(modelBuilder);
    }
}
