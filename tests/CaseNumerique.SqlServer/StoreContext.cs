using System.Reflection;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CaseNumerique.SqlServer;

/// <summary>A context of the house, which can be opened on either database.</summary>
public sealed record StoreContext(Type Type, string Module)
{
    private static readonly MethodInfo _optionsFor = typeof(Database).GetMethod(nameof(Database.OptionsFor))!;
    private static readonly Lazy<IReadOnlyList<StoreContext>> _all = new(Find);

    /// <summary>Never reached: a recorder answers in its place.</summary>
    private static readonly Database _nowhere = new(DatabaseProvider.SqlServer, "Server=nowhere");

    /// <summary>All of them, as the migrations for SQL Server list them for <c>dotnet ef</c>.</summary>
    public static IReadOnlyList<StoreContext> All => _all.Value;

    public static StoreContext Of(Type type) => All.Single(c => c.Type == type);

    /// <summary>The one shadow of a process, over all contexts.</summary>
    public static SqlServerShadow Shadow { get; } =
        new((type, interceptors) => Of(type).OpenNowhere(interceptors), new StatementCheck(CreateScripts));

    public static IEnumerable<string> CreateScripts()
    {
        foreach (var context in All)
        {
            using var db = context.OpenNowhere();
            yield return db.Database.GenerateCreateScript();
        }
    }

    public DbContext Open(Database database, params IInterceptor[] interceptors)
    {
        var options = _optionsFor.MakeGenericMethod(Type).Invoke(database, [Module, interceptors]);
        const BindingFlags flags = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        return (DbContext)Activator.CreateInstance(Type, flags, null, [options], null)!;
    }

    /// <summary>A context for SQL Server with no server.</summary>
    public DbContext OpenNowhere(params IInterceptor[] interceptors) => Open(_nowhere, interceptors);

    public override string ToString() => Module;

    private static IReadOnlyList<StoreContext> Find() =>
        [
            .. from factory in Assembly.Load("CaseNumerique.Migrations.SqlServer").GetTypes()
            where !factory.IsAbstract && factory.IsAssignableTo(typeof(IDesignTimeDbContextFactory<DbContext>))
            select Describe(
                (IDesignTimeDbContextFactory<DbContext>)Activator.CreateInstance(factory, nonPublic: true)!
            ),
        ];

    private static StoreContext Describe(IDesignTimeDbContextFactory<DbContext> factory)
    {
        using var db = factory.CreateDbContext([]);
        return new(db.GetType(), db.Model.GetDefaultSchema()!);
    }
}
