using System.Collections.Concurrent;
using Microsoft.SqlServer.Dac.Model;

namespace CaseNumerique.SqlServer;

/// <summary>
/// Says what SQL Server would not find in a statement. All contexts share one model, in which each distinct text is looked
/// at once.
/// </summary>
public sealed class StatementCheck(Func<IEnumerable<string>> createScripts) : IDisposable
{
    private const string Source = "statement.sql";
    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> _known = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private TSqlModel? _model;

    /// <summary>How many distinct statements have been looked at.</summary>
    public int Seen => _known.Count;

    public IReadOnlyList<string> Faults(RecordedCommand command)
    {
        var procedure = command.AsProcedure("[dbo].[statement]");
        if (_known.TryGetValue(procedure, out var known))
        {
            return known;
        }

        lock (_gate)
        {
            return _known.GetOrAdd(procedure, Validate);
        }
    }

    public void Dispose() => _model?.Dispose();

    private IReadOnlyList<string> Validate(string procedure)
    {
        _model ??= Load();
        try
        {
            _model.AddOrUpdateObjects(procedure, Source, new TSqlObjectOptions());
            var faults = _model.Faults();
            _model.DeleteObjects(Source);
            return faults;
        }
        catch (DacModelException error)
        {
            // The model refuses all further work after such an error: the next statement gets a new one.
            _model.Dispose();
            _model = null;
            return [.. error.Messages.Select(m => $"{m.Prefix}{m.Number}: {m.Message}")];
        }
    }

    private TSqlModel Load()
    {
        var model = SqlModel.FromScripts(createScripts());
        return model.Faults() is { Count: 0 }
            ? model
            : throw new InvalidOperationException(
                "The tables themselves do not stand: " + string.Join('\n', model.Faults())
            );
    }
}
