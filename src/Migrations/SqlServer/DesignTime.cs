using CaseNumerique.Events.Data;
using CaseNumerique.Labelling.Data;
using CaseNumerique.Network.Data;
using CaseNumerique.Accounts.Data;
using CaseNumerique.Platform.Data;
using CaseNumerique.Resources.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace CaseNumerique.Migrations.SqlServer;

/// <summary>Opens a context for <c>dotnet ef</c>, which reads its model and never connects.</summary>
internal abstract class DesignTime<TContext>(string module, Func<DbContextOptions<TContext>, TContext> open)
    : IDesignTimeDbContextFactory<TContext>
    where TContext : DbContext
{
    private static readonly Database _database = new(DatabaseProvider.SqlServer, "Server=(none)");

    public TContext CreateDbContext(string[] args) => open(_database.OptionsFor<TContext>(module));
}

internal sealed class LabellingDesign() : DesignTime<LabellingDbContext>("labelling", o => new(o));

internal sealed class NetworkDesign() : DesignTime<NetworkDbContext>("network", o => new(o));

internal sealed class ResourcesDesign() : DesignTime<ResourcesDbContext>("resources", o => new(o));

internal sealed class EventsDesign() : DesignTime<EventsDbContext>("events", o => new(o));

internal sealed class PlatformDesign() : DesignTime<PlatformDbContext>("platform", o => new(o));

internal sealed class AccountsDesign() : DesignTime<AccountsDbContext>("accounts", o => new(o));
