using System.Reflection;
using System.Text.RegularExpressions;
using CaseNumerique.Host.Tests.Architecture;
using MediatR;

namespace CaseNumerique.Host.Tests.Notifications;

/// <summary>Who announces what and who listens, as the code says it: one line of Markdown a notification.</summary>
internal static class NotificationTable
{
    public static IReadOnlyList<string> Rows(
        IEnumerable<Type> notifications,
        IEnumerable<Type> types,
        IReadOnlyList<SourceFile> sources
    )
    {
        var all = types.ToArray();
        return [.. notifications.OrderBy(n => n.Namespace).ThenBy(n => n.Name).Select(n => Row(n, all, sources))];
    }

    private static string Row(Type notification, Type[] types, IReadOnlyList<SourceFile> sources) =>
        $"| `{notification.Name}` | {List(Announcers(notification.Name, sources))} | {List(Listeners(notification, types))} |";

    private static IEnumerable<(string Module, string Slice)> Listeners(Type notification, Type[] types) =>
        types
            .Where(t => t.IsAssignableTo(typeof(INotificationHandler<>).MakeGenericType(notification)))
            .Select(t => (ModuleOf(t.Assembly), (t.DeclaringType ?? t).Name));

    /// <summary>Files that make the record, or that call the method of an entity that makes it; example data apart.</summary>
    private static IEnumerable<(string Module, string Slice)> Announcers(
        string record,
        IReadOnlyList<SourceFile> sources
    )
    {
        var files = sources
            .Where(f => f.Path.EndsWith(".cs", StringComparison.Ordinal) && !f.Path.Contains("/Contracts/"))
            .ToArray();
        var makers = files
            .Select(f => (File: f, Method: Regex.Match(f.Text, $@"\b{record}\s+(To\w+)\(").Groups[1].Value))
            .Where(m => m.Method.Length > 0)
            .ToArray();
        return files
            .Except(makers.Select(m => m.File))
            .Where(f => !f.Name.StartsWith("Example", StringComparison.Ordinal))
            .Where(f =>
                Regex.IsMatch(f.Text, $@"\bnew {record}\(")
                || makers.Any(m =>
                    m.File.Module == f.Module && f.Text.Contains($".{m.Method}(", StringComparison.Ordinal)
                )
            )
            .Select(f => (f.Module, f.Name));
    }

    private static string ModuleOf(Assembly assembly) => assembly.GetName().Name!.Split('.')[^1];

    private static string List(IEnumerable<(string Module, string Slice)> places)
    {
        var modules = places.Distinct().Order().GroupBy(p => p.Module, p => $"`{p.Slice}`");
        var text = string.Join("; ", modules.Select(m => $"{m.Key}: {string.Join(", ", m)}"));
        return text.Length == 0 ? "nobody yet" : text;
    }
}
