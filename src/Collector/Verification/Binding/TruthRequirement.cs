namespace Collector.Verification;

/// <summary>That a value which is 0 or 1 is 1.</summary>
internal sealed record TruthRequirement : Requirement
{
    public override string Expected => "== 1";

    public override IEnumerable<InstanceSelector> Selectors => [];

    public override Verdict Test(Found found, ValueType type, Scene scene, ref string words) => Verdicts.Of(found.Number != 0);

    public override double? Limit(Scene scene) => 1;

    public override void AddTo(ReadingNeeds needs)
    {
    }
}
