namespace Collector.Verification;

/// <summary>A number that was written.</summary>
internal sealed record BoundConstant(Expression Source, ValueType Type, double Number) : BoundValue(Source, Type)
{
    public override bool IsConstant => true;

    public override Found Evaluate(Scene scene) => Found.Of(Number);

    public override void AddTo(ReadingNeeds needs)
    {
    }
}
