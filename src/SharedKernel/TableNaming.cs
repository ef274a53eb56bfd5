using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CaseNumerique.SharedKernel;

/// <summary>Tables named <c>labelling.Label</c> on SQL Server and <c>labelling_Label</c> on SQLite, which has no schemas.</summary>
public static class TableNaming
{
    public static void NameTables(this ModelBuilder modelBuilder, DatabaseFacade database, string module)
    {
        if (database.IsSqlServer())
        {
            modelBuilder.HasDefaultSchema(module);
        }

        foreach (var entity in modelBuilder.Model.GetEntityTypes().Where(e => !e.IsOwned()))
        {
            var name = entity.ClrType.Name.Split('`')[0];
            entity.SetTableName(database.IsSqlite() ? $"{module}_{name}" : name);
        }
    }
}

/// <summary>SQLite forgets that a <see cref="DateTime"/> is UTC; this reminds it.</summary>
public sealed class UtcDateTime()
    : ValueConverter<DateTime, DateTime>(value => value, value => DateTime.SpecifyKind(value, DateTimeKind.Utc));
