using MediatR;

namespace CaseNumerique.Host.Tests.Architecture;

/// <summary>What modules tell one another. The rule answers with what breaks it.</summary>
internal static class ContractRules
{
    private static readonly Type[] _facts =
    [
        typeof(Guid),
        typeof(string),
        typeof(int),
        typeof(bool),
        typeof(DateOnly),
        typeof(DateTime),
    ];

    public static IReadOnlyList<Type> Notifications(IEnumerable<Type> types) =>
        [.. types.Where(t => t.IsAssignableTo(typeof(INotification)) && !t.IsInterface)];

    public static IEnumerable<string> MisshapenNotifications(IEnumerable<Type> types) =>
        Notifications(types).SelectMany(FaultsOf).Distinct();

    private static IEnumerable<string> FaultsOf(Type record)
    {
        if (!record.IsSealed || record.GetMethod("<Clone>$") is null)
        {
            yield return $"{record.Name} is not a sealed record";
        }

        foreach (var property in record.GetProperties())
        {
            var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            var isList = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>);
            type = isList ? type.GetGenericArguments()[0] : type;
            if (_facts.Contains(type))
            {
                continue;
            }

            // A part of a notification is a record of the same assembly, by the same rule.
            var faults =
                type.Assembly == record.Assembly && !type.IsEnum
                    ? FaultsOf(type)
                    : [$"{record.Name}.{property.Name} is {type.Name}"];
            foreach (var fault in faults)
            {
                yield return fault;
            }
        }
    }
}
