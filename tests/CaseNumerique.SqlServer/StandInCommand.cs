using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.SqlClient;

namespace CaseNumerique.SqlServer;

/// <summary>A command with genuine parameters, which a <see cref="SqlCommand"/> is not: it refuses a stand-in transaction.</summary>
internal sealed class StandInCommand : DbCommand
{
    private readonly SqlCommand _genuine = new();

    [AllowNull]
    public override string CommandText { get; set; } = "";

    public override int CommandTimeout { get; set; }
    public override CommandType CommandType { get; set; } = CommandType.Text;
    public override bool DesignTimeVisible { get; set; }
    public override UpdateRowSource UpdatedRowSource { get; set; }
    protected override DbConnection? DbConnection { get; set; }
    protected override DbTransaction? DbTransaction { get; set; }
    protected override DbParameterCollection DbParameterCollection => _genuine.Parameters;

    public override void Cancel() { }

    public override void Prepare() { }

    public override int ExecuteNonQuery() => throw NothingRuns();

    public override object ExecuteScalar() => throw NothingRuns();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => throw NothingRuns();

    protected override DbParameter CreateDbParameter() => new SqlParameter();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _genuine.Dispose();
        }

        base.Dispose(disposing);
    }

    private static InvalidOperationException NothingRuns() => new("A recorder answers before a command runs.");
}
