using System.Collections;
using System.Data.Common;

namespace CaseNumerique.SqlServer;

/// <summary>Rows as a statement promises them, with values invented from names and types.</summary>
internal sealed class InventedReader(string sql) : DbDataReader
{
    private readonly IReadOnlyList<ResultShape> _sets = ResultShape.Of(sql);
    private int _set;
    private int _row = -1;

    public override int FieldCount => Shape?.Columns.Count ?? 0;
    public override bool HasRows => Shape is { Rows: > 0 };
    public override int RecordsAffected => _sets.Count == 0 ? 1 : _sets.Sum(s => s.Rows);
    public override int Depth => 0;
    public override bool IsClosed => false;

    private ResultShape? Shape => _set < _sets.Count ? _sets[_set] : null;

    public override object this[int ordinal] => GetValue(ordinal);

    public override object this[string name] => GetValue(GetOrdinal(name));

    public override bool Read() => Shape is { } shape && ++_row < shape.Rows;

    public override bool NextResult()
    {
        _row = -1;
        return ++_set < _sets.Count;
    }

    public override string GetName(int ordinal) => _sets[_set].Columns[ordinal];

    public override int GetOrdinal(string name) => _sets[_set].Columns.ToList().IndexOf(name);

    public override T GetFieldValue<T>(int ordinal) => (T)Invent(ordinal, typeof(T));

    public override bool IsDBNull(int ordinal) => false;

    public override bool GetBoolean(int ordinal) => GetFieldValue<bool>(ordinal);

    public override byte GetByte(int ordinal) => GetFieldValue<byte>(ordinal);

    public override char GetChar(int ordinal) => 'x';

    public override DateTime GetDateTime(int ordinal) => GetFieldValue<DateTime>(ordinal);

    public override decimal GetDecimal(int ordinal) => GetFieldValue<decimal>(ordinal);

    public override double GetDouble(int ordinal) => GetFieldValue<double>(ordinal);

    public override float GetFloat(int ordinal) => GetFieldValue<float>(ordinal);

    public override Guid GetGuid(int ordinal) => GetFieldValue<Guid>(ordinal);

    public override short GetInt16(int ordinal) => GetFieldValue<short>(ordinal);

    public override int GetInt32(int ordinal) => GetFieldValue<int>(ordinal);

    public override long GetInt64(int ordinal) => GetFieldValue<long>(ordinal);

    public override string GetString(int ordinal) => GetFieldValue<string>(ordinal);

    public override object GetValue(int ordinal) => GetFieldValue<long>(ordinal);

    public override Type GetFieldType(int ordinal) => typeof(object);

    public override string GetDataTypeName(int ordinal) => "unknown";

    public override int GetValues(object[] values) => throw new NotSupportedException();

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) =>
        throw new NotSupportedException();

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) =>
        throw new NotSupportedException();

    public override IEnumerator GetEnumerator() => throw new NotSupportedException();

    private object Invent(int ordinal, Type type) =>
        GetName(ordinal) switch
        {
            // A batch tells its rows apart by position, and a DELETE answers 1 for the row that it found.
            "_Position" => _row,
            "1" => 1,
            _ when type == typeof(byte) => (byte)(_row + 1),
            _ when type == typeof(bool) => true,
            // The same at each reading: EF Core tells by its key which parent a row belongs to.
            _ when type == typeof(Guid) => new Guid(1000 + _row, 0, 0, new byte[8]),
            // Large, so that an invented key differs from those a test has set.
            _ when type.IsPrimitive => Convert.ChangeType(1000 + _row, type, null),
            _ => SampleValue.Of(type),
        };
}
