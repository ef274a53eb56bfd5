using System.Collections;
using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;

namespace CaseNumerique.SqlServer;

/// <summary>
/// Translates each LINQ query that a test runs on SQLite with the SQL Server provider too, and checks its SQL against the
/// tables of all contexts. A query that SQL Server would refuse throws in the test that runs it.
/// </summary>
/// <remarks>
/// EF Core calls this once per distinct query, as it compiles it. It builds one set of services per instance of such an
/// interceptor and gives up after twenty, so that a process has one instance.
/// </remarks>
public sealed class SqlServerShadow(Func<Type, IInterceptor[], DbContext> open, StatementCheck check)
    : IQueryExpressionInterceptor
{
    private static readonly MethodInfo _run = typeof(SqlServerShadow).GetMethod(
        nameof(Run),
        BindingFlags.Static | BindingFlags.NonPublic
    )!;

    private readonly ConcurrentQueue<SqlServerRefusalException> _refusals = [];
    private int _queries;

    /// <summary>How many queries have been translated: a suite that translated none has proved nothing.</summary>
    public int Queries => _queries;

    /// <summary>What has been thrown so far, also where a retry or a job has caught it.</summary>
    public IReadOnlyCollection<SqlServerRefusalException> Refusals => _refusals;

    /// <summary>Hears of each command that SQL Server would have been sent.</summary>
    public Action<RecordedCommand>? Seen { get; init; }

    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData)
    {
        if (eventData.Context is { } context && context.Database.IsSqlite())
        {
            Check(queryExpression, context.GetType());
            Interlocked.Increment(ref _queries);
        }

        return queryExpression;
    }

    private void Check(Expression query, Type contextType)
    {
        var recorder = new Recorder();
        using var twin = open(contextType, recorder.Interceptors);
        var move = new MoveToTwin(twin.Model);
        var moved = move.Visit(query);
        try
        {
            var answer = RowOf(moved.Type) is { } row ? typeof(IEnumerable<>).MakeGenericType(row) : moved.Type;
            _run.MakeGenericMethod(answer)
                .Invoke(null, BindingFlags.DoNotWrapExceptions, null, [twin, moved, move.Parameters], null);
        }
        catch (Exception error) when (recorder.Commands.Count == 0)
        {
            throw Refuse(contextType, [error.Message], query.ToString(), error);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // The SQL is known by now; that an invented row does not fit what reads it says nothing.
        }

        foreach (var command in recorder.Commands)
        {
            Seen?.Invoke(command);
            if (check.Faults(command) is { Count: > 0 } faults)
            {
                throw Refuse(contextType, faults, command.Sql);
            }
        }
    }

    private SqlServerRefusalException Refuse(
        Type contextType,
        IReadOnlyList<string> faults,
        string query,
        Exception? cause = null
    )
    {
        var refusal = new SqlServerRefusalException(contextType, faults, query, cause);
        _refusals.Enqueue(refusal);
        return refusal;
    }

    private static void Run<TAnswer>(DbContext twin, Expression query, IReadOnlyDictionary<string, object> parameters)
    {
        var compiled = twin.GetService<IDatabase>().CompileQuery<TAnswer>(query, async: false);
        var context = twin.GetService<IQueryContextFactory>().Create();
        foreach (var (name, value) in parameters)
        {
            context.Parameters.Add(name, value);
        }

        if (compiled(context) is IEnumerable rows and not string)
        {
            foreach (var _ in rows) { }
        }
    }

    private static Type? RowOf(Type type) =>
        type.GetInterfaces()
            .Append(type)
            .FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IQueryable<>))
            ?.GetGenericArguments()[0];
}
