using System.Collections;
using System.Runtime.CompilerServices;

namespace CaseNumerique.SqlServer;

/// <summary>A value of any type that a query or an entity may ask for; never null, which would change the SQL.</summary>
public static class SampleValue
{
    // FromSql passes its arguments in one array; those too many harm nothing.
    private const int FromSqlArguments = 16;

    public static object Of(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain switch
        {
            _ when plain == typeof(string) || plain == typeof(object) => "x",
            _ when plain == typeof(Guid) => Guid.CreateVersion7(),
            _ when plain == typeof(DateTime) => new DateTime(2026, 11, 24, 0, 0, 0, DateTimeKind.Utc),
            _ when plain == typeof(DateOnly) => new DateOnly(2026, 11, 24),
            _ when plain == typeof(byte[]) => new byte[] { 0, 0, 0, 0, 0, 0, 0, 1 },
            _ when plain.IsEnum => Enum.GetValuesAsUnderlyingType(plain) is { Length: > 0 } values
                ? Enum.ToObject(plain, values.GetValue(0)!)
                : Activator.CreateInstance(plain)!,
            _ when plain.IsPrimitive || plain == typeof(decimal) => Convert.ChangeType(1, plain, null),
            _ when plain.IsValueType => Activator.CreateInstance(plain)!,
            _ when ElementOf(plain) is { } element => Several(plain, element),
            _ when plain.GetConstructor(Type.EmptyTypes) is not null => Activator.CreateInstance(plain)!,
            _ => RuntimeHelpers.GetUninitializedObject(plain),
        };
    }

    private static Type? ElementOf(Type type) =>
        type.GetInterfaces()
            .Append(type)
            .FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))
            ?.GetGenericArguments()[0];

    private static object Several(Type type, Type element)
    {
        var array = Array.CreateInstance(element, element == typeof(object) ? FromSqlArguments : 2);
        for (var i = 0; i < array.Length; i++)
        {
            array.SetValue(Of(element), i);
        }

        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element), array)!;
        return type.IsInstanceOfType(array) ? array
            : type.IsInstanceOfType(list) ? list
            : Activator.CreateInstance(type.IsInterface ? typeof(HashSet<>).MakeGenericType(element) : type, array)!;
    }
}
