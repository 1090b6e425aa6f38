namespace Collector.Verification;

/// <summary>That a value is within two bounds, both included.</summary>
internal sealed record RangeRequirement(BoundValue Low, BoundValue High) : Requirement
{
    public override string Expected => $"in {Low.Source}..{High.Source}";

    public override IEnumerable<InstanceSelector> Selectors => Low.Selectors.Concat(High.Selectors);

    public override Verdict Test(Found found, ValueType type, Scene scene, ref string words)
    {
        Verdict low = new ComparisonRequirement(BinaryOperator.GreaterOrEqual, Low).Test(found, type, scene, ref words);
        return low == Verdict.Met
            ? new ComparisonRequirement(BinaryOperator.LessOrEqual, High).Test(found, type, scene, ref words)
            : low;
    }

    public override void AddTo(ReadingNeeds needs)
    {
        Low.AddTo(needs);
        High.AddTo(needs);
    }
}
