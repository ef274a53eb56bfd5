using Microsoft.SqlServer.Dac.Model;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace CaseNumerique.SqlServer;

/// <summary>The schema as it stands between two statements of a migration.</summary>
internal sealed class FoldedSchema
{
    private readonly Dictionary<string, CreateTableStatement> _tables = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, TSqlStatement> _others = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _problems = [];

    public IReadOnlyList<string> Problems => _problems;

    public void Add(CreateTableStatement table)
    {
        if (!_tables.TryAdd(Key(table.SchemaObjectName), table))
        {
            _problems.Add($"{Key(table.SchemaObjectName)} is created twice");
        }
    }

    public void Add(TSqlStatement other)
    {
        var key = other switch
        {
            CreateIndexStatement index => IndexKey(index.OnName, index.Name),
            CreateSchemaStatement schema => "schema " + schema.Name.Value,
            CreateSequenceStatement sequence => "sequence " + Key(sequence.Name),
            _ => throw new ArgumentException($"A {other.GetType().Name} is no declaration.", nameof(other)),
        };
        // The script of each migration makes the schema if it is not there.
        if (!_others.TryAdd(key, other) && other is not CreateSchemaStatement)
        {
            _problems.Add($"{key} is created twice");
        }
    }

    public void DropTable(SchemaObjectName name)
    {
        Expect(_tables.Remove(Key(name)), $"drop of a table that is not there: {Key(name)}");
        foreach (
            var index in _others.Where(o => o.Value is CreateIndexStatement i && Key(i.OnName) == Key(name)).ToList()
        )
        {
            _others.Remove(index.Key);
        }
    }

    public void DropIndex(DropIndexClause clause)
    {
        var key = IndexKey(clause.Object, clause.Index);
        Expect(_others.Remove(key), $"drop of an index that is not there: {key}");
    }

    public void AddTo(SchemaObjectName name, TableDefinition addition)
    {
        if (Find(name) is { } table)
        {
            addition.ColumnDefinitions.ToList().ForEach(table.ColumnDefinitions.Add);
            addition.TableConstraints.ToList().ForEach(table.TableConstraints.Add);
        }
    }

    public void Alter(AlterTableAlterColumnStatement alter)
    {
        if (Find(alter.SchemaObjectName) is not { } table)
        {
            return;
        }

        if (Column(table, alter.ColumnIdentifier.Value) is not { } column)
        {
            _problems.Add($"alter of a column that is not there: {alter.ColumnIdentifier.Value}");
            return;
        }

        column.DataType = alter.DataType;
        if (
            alter.AlterTableAlterColumnOption is AlterTableAlterColumnOption.Null or AlterTableAlterColumnOption.NotNull
        )
        {
            foreach (var old in column.Constraints.OfType<NullableConstraintDefinition>().ToList())
            {
                column.Constraints.Remove(old);
            }

            var isNullable = alter.AlterTableAlterColumnOption is AlterTableAlterColumnOption.Null;
            column.Constraints.Add(new NullableConstraintDefinition { Nullable = isNullable });
        }
    }

    public void DropFrom(AlterTableDropTableElementStatement drop)
    {
        if (Find(drop.SchemaObjectName) is not { } table)
        {
            return;
        }

        foreach (var element in drop.AlterTableDropTableElements)
        {
            var name = element.Name.Value;
            var isGone =
                element.TableElementType is TableElementType.Column
                    ? table.ColumnDefinitions.Remove(Column(table, name)!)
                    : table.TableConstraints.Remove(
                        table.TableConstraints.FirstOrDefault(c => Is(c.ConstraintIdentifier, name))!
                    );
            Expect(isGone, $"drop of a {element.TableElementType} that is not there: {name}");
        }
    }

    public void Rename(string path, string to, string kind)
    {
        var parts = path.Split('.').Select(p => p.Trim('[', ']')).ToArray();
        switch (kind, parts)
        {
            case ("COLUMN", [var schema, var table, var column])
                when _tables.TryGetValue($"{schema}.{table}", out var found)
                    && Column(found.Definition, column) is { } definition:
                definition.ColumnIdentifier.Value = to;
                break;
            case ("INDEX", [var schema, var table, var index])
                when _others.Remove($"index {schema}.{table}.{index}", out var found):
                ((CreateIndexStatement)found).Name.Value = to;
                Add(found);
                break;
            case ("OBJECT", [var schema, var table]) when _tables.Remove($"{schema}.{table}", out var found):
                found.SchemaObjectName.BaseIdentifier.Value = to;
                Add(found);
                break;
            default:
                _problems.Add($"rename of what is not there: {kind} {path}");
                break;
        }
    }

    /// <summary>Looks whether a statement on data names what exists at this moment.</summary>
    public void CheckData(TSqlStatement statement)
    {
        var text = SqlText.Write(statement);
        Check(text, SqlModel.AsProcedure("[dbo].[migration]", text));
    }

    /// <summary>The same for a trigger, which no model of EF Core holds.</summary>
    public void CheckTrigger(CreateTriggerStatement trigger)
    {
        var text = SqlText.Write(trigger);
        Check(text, text);
    }

    private void Check(string text, string declaration)
    {
        using var model = Model();
        try
        {
            model.AddObjects(declaration);
            _problems.AddRange(model.Faults().Select(fault => $"{fault}\n{text}"));
        }
        catch (DacModelException error)
        {
            _problems.Add($"{error.Message}\n{text}");
        }
    }

    public TSqlModel Model() =>
        SqlModel.FromScripts(
            _others
                .Values.Concat(_tables.Values)
                .OrderBy(s =>
                    s is CreateSchemaStatement ? 0
                    : s is CreateTableStatement ? 1
                    : 2
                )
                .Select(SqlText.Write)
        );

    public SortedSet<string> Picture() => SchemaPicture.Of(_tables, _others.Values);

    private TableDefinition? Find(SchemaObjectName name)
    {
        var found = _tables.GetValueOrDefault(Key(name));
        Expect(found is not null, $"no such table: {Key(name)}");
        return found?.Definition;
    }

    private void Expect(bool condition, string problem)
    {
        if (!condition)
        {
            _problems.Add(problem);
        }
    }

    private static ColumnDefinition? Column(TableDefinition table, string name) =>
        table.ColumnDefinitions.FirstOrDefault(c => Is(c.ColumnIdentifier, name));

    private static bool Is(Identifier? identifier, string name) =>
        string.Equals(identifier?.Value, name, StringComparison.OrdinalIgnoreCase);

    private static string Key(SchemaObjectName name) =>
        $"{name.SchemaIdentifier?.Value ?? "dbo"}.{name.BaseIdentifier.Value}";

    private static string IndexKey(SchemaObjectName table, Identifier index) => $"index {Key(table)}.{index.Value}";
}
