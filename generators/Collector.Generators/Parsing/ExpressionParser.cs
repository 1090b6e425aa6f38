using Collector.Generators.Diagnostics;
using Collector.Generators.Model;

namespace Collector.Generators.Parsing;

/// <summary>Reads the expression that a JSON text holds.</summary>
internal static class ExpressionParser
{
    /// <summary>Null, and reported, if the text is no expression.</summary>
    public static Expression? Parse(DeclarationFile file, Node node, ExpressionText text)
    {
        Expression? expression = text.Read();
        if (expression is null)
        {
            Place place = file.PlaceWithin(node, text.FaultStart, text.FaultLength);
            file.Report(Descriptors.BadExpression, place, node.Text, text.Expected ?? "an expression");
        }

        return expression;
    }
}
