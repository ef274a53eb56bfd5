using System.Data;
using System.Data.Common;
using Microsoft.Data.SqlClient;

namespace CaseNumerique.SqlServer;

/// <summary>A command that would have been sent, with the types of its parameters.</summary>
public sealed record RecordedCommand(string Sql, IReadOnlyList<string> Parameters)
{
    public static RecordedCommand Of(DbCommand command) =>
        new(command.CommandText, [.. command.Parameters.Cast<SqlParameter>().Select(Declaration)]);

    public string AsProcedure(string name) => SqlModel.AsProcedure(name, Sql, string.Join(", ", Parameters));

    private static string Declaration(SqlParameter parameter)
    {
        var name = parameter.ParameterName.StartsWith('@') ? parameter.ParameterName : "@" + parameter.ParameterName;
        return $"{name} {TypeOf(parameter)}";
    }

    private static string TypeOf(SqlParameter parameter) =>
        parameter.SqlDbType switch
        {
            SqlDbType.NVarChar => $"nvarchar({Length(parameter.Size, 4000)})",
            SqlDbType.VarChar => $"varchar({Length(parameter.Size, 8000)})",
            SqlDbType.VarBinary => $"varbinary({Length(parameter.Size, 8000)})",
            SqlDbType.NChar => $"nchar({parameter.Size})",
            SqlDbType.Char => $"char({parameter.Size})",
            SqlDbType.Binary => $"binary({parameter.Size})",
            SqlDbType.Decimal when parameter.Precision > 0 => $"decimal({parameter.Precision},{parameter.Scale})",
            SqlDbType.Timestamp => "binary(8)",
            var type => type.ToString().ToLowerInvariant(),
        };

    private static string Length(int size, int limit) => size > 0 && size <= limit ? $"{size}" : "max";
}
