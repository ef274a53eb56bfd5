using System.Collections.Concurrent;
using System.Reflection;

namespace CaseNumerique.SharedKernel;

/// <summary>What is running now: the slice, handler, job or command that the journal names as the reason of each change.</summary>
public sealed class AuditScope : IDisposable
{
    private static readonly AsyncLocal<AuditScope?> _current = new();
    private static readonly ConcurrentDictionary<Type, (string Action, string Title)> _names = new();

    private readonly AuditScope? _outer;

    private AuditScope(Type type)
    {
        (Action, Title) = _names.GetOrAdd(type, NamesOf);
        _outer = _current.Value;
        _current.Value = this;
    }

    public static AuditScope? Current => _current.Value;

    public string Action { get; }

    public string Title { get; }

    public bool IsInner => _outer is not null;

    /// <summary>Whether a line has been written since it began.</summary>
    public bool HasWritten { get; private set; }

    /// <param name="type">A part of the slice that runs, or a class that stands by itself.</param>
    public static AuditScope Enter(Type type) => new(type);

    public void NoteWriting()
    {
        for (var scope = this; scope is not null; scope = scope._outer)
        {
            scope.HasWritten = true;
        }
    }

    public void Dispose() => _current.Value = _outer;

    private static (string Action, string Title) NamesOf(Type type)
    {
        var slice = type.DeclaringType ?? type;
        var title = slice.GetCustomAttribute<AuditedAsAttribute>()?.Title ?? slice.Name;
        return ($"{type.Assembly.GetName().Name!.Split('.')[^1]}.{slice.Name}", title);
    }
}
