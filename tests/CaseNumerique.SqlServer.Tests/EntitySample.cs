using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using NUnit.Framework;

namespace CaseNumerique.SqlServer.Tests;

/// <summary>Tracks a made-up row of any entity type.</summary>
internal static class EntitySample
{
    private static long _last = 1000;

    /// <summary>Contexts with their entity types by name, for tests that look at each one.</summary>
    public static IEnumerable<TestCaseData<StoreContext, string>> All()
    {
        foreach (var context in StoreContext.All)
        {
            using var db = context.OpenNowhere();
            foreach (var type in db.Model.GetEntityTypes().Where(IsRow))
            {
                yield return new(context, type.Name);
            }
        }
    }

    /// <summary>A row of which each generated value is left to the database or EF Core.</summary>
    public static EntityEntry Track(DbContext db, string typeName, EntityState state)
    {
        var entry = Fill(db, db.Model.FindEntityType(typeName)!, state);
        entry.State = state;
        return entry;
    }

    /// <summary>A row that a database takes: the rows it needs are saved first.</summary>
    public static EntityEntry Insert(DbContext db, IEntityType type)
    {
        var entry = Fill(db, type, EntityState.Added);
        foreach (var key in type.GetForeignKeys())
        {
            var parent = key.IsRequired ? Insert(db, key.PrincipalEntityType) : null;
            foreach (var (own, theirs) in key.Properties.Zip(key.PrincipalKey.Properties))
            {
                entry.Property(own.Name).CurrentValue = parent?.Property(theirs.Name).CurrentValue;
            }
        }

        // With what it owns, which a state alone would leave out.
        db.Add(entry.Entity);
        db.SaveChanges();
        return entry;
    }

    private static EntityEntry Fill(DbContext db, IEntityType type, EntityState state)
    {
        var entry = db.Entry(Activator.CreateInstance(type.ClrType, nonPublic: true)!);
        foreach (var complex in type.GetComplexProperties().Where(c => !c.IsCollection))
        {
            entry.ComplexProperty(complex.Name).CurrentValue = SampleValue.Of(complex.ClrType);
        }

        foreach (var owned in type.GetNavigations().Where(n => n.TargetEntityType.IsMappedToJson()))
        {
            var part = Activator.CreateInstance(owned.ClrType)!;
            foreach (var property in owned.TargetEntityType.GetProperties().Where(p => !p.IsShadowProperty()))
            {
                property.PropertyInfo!.SetValue(part, ValueOf(property));
            }

            owned.PropertyInfo!.SetValue(entry.Entity, part);
        }

        foreach (var property in type.GetProperties().Where(p => state is not EntityState.Added || IsGiven(p)))
        {
            entry.Property(property.Name).CurrentValue = ValueOf(property);
        }

        return entry;
    }

    /// <summary>Each time another one, where a unique index may ask for that.</summary>
    private static object ValueOf(IProperty property)
    {
        var number = Interlocked.Increment(ref _last);
        return SampleValue.Of(property.ClrType) switch
        {
            string when property.GetMaxLength() is null or > 10 => $"x{number}",
            int => (int)number,
            long => number,
            // The last state is the one that indexes of open things leave out, so that a database takes it any number of times.
            Enum first when property.GetContainingIndexes().Any(i => i.IsUnique) => Enum.GetValues(first.GetType())
                .Cast<object>()
                .Last(),
            var other => other,
        };
    }

    private static bool IsRow(IEntityType type) =>
        !type.IsOwned() && !type.ClrType.IsAbstract && type.FindPrimaryKey() is not null;

    private static bool IsGiven(IProperty property) => property.ValueGenerated is ValueGenerated.Never;
}
