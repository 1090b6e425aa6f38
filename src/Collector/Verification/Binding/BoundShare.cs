using Collector.Metrics;

namespace Collector.Verification;

/// <summary>A part in percent of the whole that its declaration names.</summary>
internal sealed record BoundShare(BoundValue Part, BoundValue Of) : BoundValue(Part.Source, new(Dimension.Percent))
{
    public override IEnumerable<InstanceSelector> Selectors => Part.Selectors;

    public override string? Origin => Part.Origin;

    public override Found Evaluate(Scene scene)
    {
        Found part = Part.Evaluate(scene);
        Found whole = Of.Evaluate(scene);
        return !part.IsPresent ? part
            : !whole.IsPresent ? whole with { Words = $"{Of.PathAt(scene)} {whole.Words}" }
            : Percent(part, whole);
    }

    public override void AddTo(ReadingNeeds needs)
    {
        Part.AddTo(needs);
        Of.AddTo(needs);
    }

    public override string PathAt(Scene scene) => Part.PathAt(scene);

    private Found Percent(Found part, Found whole)
    {
        double percent = Arithmetic.Percent(part.Number, whole.Number);
        return Found.Of(percent, $"{ValueFormat.Of(percent, Type)} ({Part.Format(part)} of {Of.Format(whole)})");
    }
}
