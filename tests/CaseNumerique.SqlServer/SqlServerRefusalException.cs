namespace CaseNumerique.SqlServer;

/// <summary>A query that works on SQLite and would not on SQL Server.</summary>
public sealed class SqlServerRefusalException(
    Type context,
    IReadOnlyList<string> faults,
    string query,
    Exception? innerException = null
)
    : Exception(
        $"SQL Server would refuse this query of {context.Name}:\n{string.Join('\n', faults)}\n\n{query}",
        innerException
    )
{
    public IReadOnlyList<string> Faults => faults;
}
