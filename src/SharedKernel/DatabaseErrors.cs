using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.SharedKernel;

/// <summary>What a provider's error means, said once for both providers.</summary>
public static class DatabaseErrors
{
    private const int SqliteConstraintPrimaryKey = 1555;
    private const int SqliteConstraintUnique = 2067;
    private static readonly int[] _sqlServerDuplicates = [2601, 2627];

    /// <summary>Another transaction has taken the same unique value first.</summary>
    public static bool IsDuplicate(this DbUpdateException error) =>
        error.InnerException switch
        {
            SqliteException sqlite => sqlite.SqliteExtendedErrorCode
                is SqliteConstraintPrimaryKey
                    or SqliteConstraintUnique,
            SqlException server => _sqlServerDuplicates.Contains(server.Number),
            _ => false,
        };
}
