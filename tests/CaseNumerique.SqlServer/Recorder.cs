using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CaseNumerique.SqlServer;

/// <summary>
/// Lets a SQL Server context run with no server: nothing is opened, each command is kept and answered with invented rows.
/// </summary>
public sealed class Recorder
{
    private readonly ConcurrentQueue<RecordedCommand> _commands = [];

    public IReadOnlyCollection<RecordedCommand> Commands => _commands;

    public IInterceptor[] Interceptors => [new NoConnection(), new NoTransactions(), new Tap(_commands)];

    private sealed class NoConnection : DbConnectionInterceptor
    {
        public override InterceptionResult ConnectionOpening(
            DbConnection connection,
            ConnectionEventData eventData,
            InterceptionResult result
        ) => InterceptionResult.Suppress();

        public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
            DbConnection connection,
            ConnectionEventData eventData,
            InterceptionResult result,
            CancellationToken cancellationToken = default
        ) => new(InterceptionResult.Suppress());
    }

    private sealed class Tap(ConcurrentQueue<RecordedCommand> commands) : DbCommandInterceptor
    {
        public override InterceptionResult<DbCommand> CommandCreating(
            CommandCorrelatedEventData eventData,
            InterceptionResult<DbCommand> result
        ) => InterceptionResult<DbCommand>.SuppressWithResult(new StandInCommand());

        public override InterceptionResult<DbDataReader> ReaderExecuting(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result
        ) => Rows(command);

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default
        ) => new(Rows(command));

        public override InterceptionResult<int> NonQueryExecuting(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<int> result
        ) => Answer(command, 1);

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<int> result,
            CancellationToken cancellationToken = default
        ) => new(Answer(command, 1));

        public override InterceptionResult<object> ScalarExecuting(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<object> result
        ) => Answer<object>(command, 1);

        public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<object> result,
            CancellationToken cancellationToken = default
        ) => new(Answer<object>(command, 1));

        private InterceptionResult<DbDataReader> Rows(DbCommand command)
        {
            commands.Enqueue(RecordedCommand.Of(command));
            return InterceptionResult<DbDataReader>.SuppressWithResult(new InventedReader(command.CommandText));
        }

        private InterceptionResult<T> Answer<T>(DbCommand command, T answer)
        {
            commands.Enqueue(RecordedCommand.Of(command));
            return InterceptionResult<T>.SuppressWithResult(answer);
        }
    }
}
