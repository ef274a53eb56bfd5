using CaseNumerique.SharedKernel;
using CaseNumerique.SqlServer.Tests;
using CaseNumerique.TestKit;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace CaseNumerique.Host.Tests.Privacy;

/// <summary>
/// Each table that keeps a name beside an account gets a row of the same person: what a module forgets to forget shows here,
/// also of tables that come later.
/// </summary>
internal sealed class EveryRowTests
{
    private const string Email = "zephirine.oubliee@banians.example";
    private const string Name = "Zéphirine Oubliée";

    /// <summary>A machine's name, a file's for a day, and the wish itself, which the run forgets when all else is done.</summary>
    private static readonly string[] _others =
    [
        "accounts_Session.DeviceName",
        "platform_Upload.Name",
        "platform_Erasure.Name",
    ];

    [Test]
    public async Task No_row_of_any_module_names_who_was_erased()
    {
        await using var app = await App.StartAsync();
        var person = new PersonKey(
            await new Person(Email, Roles.Facilitator) { Name = Name }.EnsureAsync(app),
            Email,
            Name
        );
        var named = await NameAsync(app, person);
        Assert.That(named, Has.Count.GreaterThan(30));
        Assert.That(await StillNamedAsync(app, named), Is.EquivalentTo(named.Select(c => c.Text)));

        foreach (var time in new[] { 1, 2 })
        {
            await app.WithAsync(
                async (IEnumerable<IPersonalData> modules) =>
                {
                    foreach (var module in modules)
                    {
                        await module.EraseAsync(person, $"Personne effacée 7F3A0{time}", default);
                    }
                }
            );
        }

        Assert.That(await StillNamedAsync(app, named), Is.Empty);
    }

    /// <summary>Makes a row of each table out to the person.</summary>
    private static async Task<IReadOnlyList<Column>> NameAsync(App app, PersonKey person)
    {
        List<Column> named = [];
        await using var scope = app.Services.CreateAsyncScope();
        foreach (var module in scope.ServiceProvider.GetServices<ModuleDbContext>().Select(m => m.Module))
        {
            await using var own = app.Services.CreateAsyncScope();
            var db = own.ModuleNamed(module);
            foreach (var type in db.Model.GetEntityTypes().Where(t => Pairs(t).Any()).ToArray())
            {
                var row = EntitySample.Insert(db, type);
                foreach (var (name, id) in Pairs(type))
                {
                    row.Property(name.Name).CurrentValue = person.Name;
                    row.Property(id.Name).CurrentValue = person.AccountId;
                    named.Add(new(type.GetTableName()!, name.GetColumnName()));
                }

                await db.SaveChangesAsync();
            }
        }

        return named;
    }

    /// <summary>« DecidedBy » beside « DecidedById », « AssessorName » beside « AssessorId », « PersonName » beside « AccountId ».</summary>
    private static IEnumerable<(IProperty Name, IProperty Id)> Pairs(IEntityType type) =>
        from name in type.GetProperties()
        where !type.IsOwned() && !type.ClrType.IsAbstract && name.ClrType == typeof(string)
        where !_others.Contains($"{type.GetTableName()}.{name.GetColumnName()}")
        from id in type.GetProperties()
        where (id.ClrType == typeof(Guid) || id.ClrType == typeof(Guid?)) && !id.IsKey()
        where
            id.Name == $"{name.Name}Id"
            || (id.Name.Length > 2 && $"{id.Name[..^2]}Name" == name.Name && id.Name != "EpnId")
            || (id.Name == "AccountId" && name.Name is ("Name" or "PersonName"))
        select (name, id);

    private static async Task<IReadOnlyList<string>> StillNamedAsync(App app, IReadOnlyList<Column> columns)
    {
        List<string> named = [];
        await using var connection = new SqliteConnection($"Data Source={app.DatabaseFile}");
        await connection.OpenAsync();
        foreach (var column in columns)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT count(*) FROM \"{column.Table}\" WHERE \"{column.Name}\" = $name";
            command.Parameters.AddWithValue("$name", Name);
            if (await command.ExecuteScalarAsync() is not 0L)
            {
                named.Add(column.Text);
            }
        }

        return named;
    }

    private sealed record Column(string Table, string Name)
    {
        public string Text => $"{Table}.{Name}";
    }
}
