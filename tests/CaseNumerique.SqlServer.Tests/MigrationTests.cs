using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CaseNumerique.SqlServer.Tests;

/// <summary>Layer D: the migrations of each context, replayed without a server.</summary>
public class MigrationTests
{
    [Test]
    public void Migrations_end_in_the_model(
        [ValueSource(typeof(StoreContext), nameof(StoreContext.All))] StoreContext context,
        [Values(MigrationsSqlGenerationOptions.Default, MigrationsSqlGenerationOptions.Idempotent)]
            MigrationsSqlGenerationOptions options
    )
    {
        using var db = context.OpenNowhere();
        var migrations = MigrationFold.Of(db.GetService<IMigrator>().GenerateScript(options: options));
        var tables = MigrationFold.Of(db.Database.GenerateCreateScript());
        using var model = migrations.Model();

        Assert.That(tables.Picture, Is.Not.Empty);
        Assert.That(migrations.Problems, Is.Empty);
        Assert.That(migrations.Picture, Is.EqualTo(tables.Picture));
        Assert.That(model.Faults(), Is.Empty);
    }

    [Test]
    public void No_change_waits_for_a_migration(
        [ValueSource(typeof(StoreContext), nameof(StoreContext.All))] StoreContext context,
        [Values] DatabaseProvider provider
    )
    {
        using var db = context.Open(new Database(provider, "Data Source=nowhere"));

        Assert.That(db.Database.GetMigrations(), Is.Not.Empty);
        Assert.That(db.Database.HasPendingModelChanges(), Is.False, "Run: dotnet ef migrations add …");
    }
}
