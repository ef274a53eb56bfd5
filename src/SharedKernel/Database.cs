using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace CaseNumerique.SharedKernel;

public enum DatabaseProvider
{
    Sqlite,
    SqlServer,
}

/// <summary>Where all modules keep their tables: one database, one schema (or prefix) a module.</summary>
public sealed record Database(DatabaseProvider Provider, string ConnectionString, int? MaxBatchSize = null)
{
    public void Configure(DbContextOptionsBuilder options, string module)
    {
        if (Provider is DatabaseProvider.SqlServer)
        {
            options.UseSqlServer(
                ConnectionString,
                server =>
                {
                    server
                        .MigrationsAssembly("CaseNumerique.Migrations.SqlServer")
                        .MigrationsHistoryTable("__MigrationsHistory", module)
                        .UseCompatibilityLevel(160);
                    if (MaxBatchSize is { } size)
                    {
                        server.MaxBatchSize(size);
                    }
                }
            );
        }
        else
        {
            options.UseSqlite(
                ConnectionString,
                sqlite =>
                    sqlite
                        .MigrationsAssembly("CaseNumerique.Migrations.Sqlite")
                        .MigrationsHistoryTable($"__{module}_MigrationsHistory")
            );
        }
    }

    /// <summary>Options outside a host: for <c>dotnet ef</c> and for tests of the model.</summary>
    public DbContextOptions<TContext> OptionsFor<TContext>(string module, params IInterceptor[] interceptors)
        where TContext : DbContext
    {
        var options = new DbContextOptionsBuilder<TContext>();
        Configure(options, module);
        return options.AddInterceptors(interceptors).Options;
    }
}

public static class DatabaseRegistration
{
    /// <summary>Registers a module's context, also as <see cref="ModuleDbContext"/>, so that migrating and dispatching are loops.</summary>
    public static IServiceCollection AddModuleDbContext<TContext>(this IServiceCollection services, string module)
        where TContext : ModuleDbContext
    {
        services.AddDbContext<TContext>(
            (provider, options) =>
            {
                provider.GetRequiredService<Database>().Configure(options, module);
                options.AddInterceptors(provider.GetServices<IInterceptor>());
            }
        );
        return services.AddScoped<ModuleDbContext>(provider => provider.GetRequiredService<TContext>());
    }
}
