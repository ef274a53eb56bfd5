using System.Reflection;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.SqlServer.Tests;

public class ContextListTests
{
    private static readonly Type[] _contexts =
    [
        .. Directory
            .GetFiles(AppContext.BaseDirectory, "CaseNumerique.*.dll")
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Where(name => !name.EndsWith(".Tests", StringComparison.Ordinal))
            .SelectMany(name => Assembly.Load(name).GetTypes())
            .Where(type => type.IsAssignableTo(typeof(DbContext)) && !type.IsAbstract),
    ];

    [Test]
    public void The_list_holds_every_context_of_the_house()
    {
        Assert.That(_contexts.Count(c => c.IsAssignableTo(typeof(ModuleDbContext))), Is.GreaterThanOrEqualTo(5));
        Assert.That(StoreContext.All.Select(c => c.Type), Is.EquivalentTo(_contexts));
    }

    [Test]
    public void Each_context_keeps_its_own_schema()
    {
        Assert.That(StoreContext.All.Select(c => c.Module), Is.Unique.And.None.Null);
    }

    [Test]
    public void Migrations_for_SQLite_list_the_same_contexts()
    {
        var listed = Assembly
            .Load("CaseNumerique.Migrations.Sqlite")
            .GetTypes()
            .Where(type => type is { IsAbstract: false, BaseType.IsGenericType: true })
            .Select(type => type.BaseType!.GetGenericArguments()[0]);

        Assert.That(listed, Is.EquivalentTo(_contexts));
    }
}
