using Collector.Metrics;
using Collector.Sources;

namespace Collector.Verification;

/// <summary>Finds out what expectations mean on a platform: which metrics they name, and whether the units fit.</summary>
/// <param name="groups">The groups that there are, declared and configured.</param>
/// <param name="platform">The system that is read.</param>
/// <param name="targets">The services, processes, ports and files that are configured.</param>
internal sealed class ExpectationBinder(IReadOnlyList<MetricGroup> groups, Platform platform, NamedTargets targets)
{
    private readonly ConditionBinder _conditions = new(new(new(groups, platform, targets), platform));

    /// <param name="text">An expectation.</param>
    /// <param name="fault">What is wrong with it; null if nothing is.</param>
    /// <returns>Null if it is wrong.</returns>
    public BoundExpectation? Bind(string text, out ExpressionFault? fault)
    {
        if (ExpressionParser.Parse(text, out fault) is not Expression expression)
        {
            return null;
        }

        try
        {
            BoundCondition condition = _conditions.Bind(expression, isInside: false);
            ReadingNeeds needs = new();
            condition.AddTo(needs);
            return new(expression.ToString(), condition, needs);
        }
        catch (ExpressionError error)
        {
            fault = ExpressionFault.Of(text, error);
            return null;
        }
    }
}
