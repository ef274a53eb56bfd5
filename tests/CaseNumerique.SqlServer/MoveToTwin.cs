using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;

namespace CaseNumerique.SqlServer;

/// <summary>Rewrites a query to the twin's entity types, and gives each of its parameters a value.</summary>
internal sealed class MoveToTwin(IModel twin) : ExpressionVisitor
{
    private readonly Dictionary<string, object> _parameters = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, object> Parameters => _parameters;

    protected override Expression VisitExtension(Expression node)
    {
        switch (node)
        {
            case EntityQueryRootExpression root:
                var moved = root.UpdateEntityType(twin.FindEntityType(root.EntityType.Name)!);
                return base.VisitExtension(moved);
            case QueryParameterExpression parameter:
                _parameters.TryAdd(parameter.Name, SampleValue.Of(parameter.Type));
                return parameter;
            default:
                return base.VisitExtension(node);
        }
    }

    protected override Expression VisitUnary(UnaryExpression node)
    {
        // Find passes its keys as objects: what they are converted to tells their type.
        if (node is { NodeType: ExpressionType.Convert, Operand: QueryParameterExpression parameter })
        {
            _parameters[parameter.Name] = SampleValue.Of(parameter.Type == typeof(object) ? node.Type : parameter.Type);
            return node;
        }

        return base.VisitUnary(node);
    }
}
