namespace Collector.Verification;

/// <summary>A text that was written.</summary>
internal sealed record BoundText(Expression Source, string Text) : BoundValue(Source, new(Dimension.Text))
{
    public override bool IsConstant => true;

    public override Found Evaluate(Scene scene) => Found.Of(Text);

    public override void AddTo(ReadingNeeds needs)
    {
    }
}
