namespace Collector.Verification;

/// <summary>One value, and what is required of it.</summary>
internal sealed record BoundCheck(Expression Source, BoundValue Value, Requirement Requirement) : BoundCondition(Source)
{
    public override IEnumerable<InstanceSelector> Selectors => Value.Selectors.Concat(Requirement.Selectors);

    public override Outcome Evaluate(Scene scene)
    {
        Found found = Value.Evaluate(scene);
        Verdict verdict = found.State;
        string words = found.IsPresent ? Value.Format(found) : found.Words ?? "";
        if (found.IsPresent)
        {
            verdict = Requirement.Test(found, Value.Type, scene, ref words);
        }

        Finding finding = new(Value.PathAt(scene), verdict, words, found.IsPresent && !Value.Type.IsText ? found.Number : null);
        return new(OutcomeKind.Check, Source.ToString(), verdict)
        {
            Check = new(Requirement.Expected, [finding], 1, verdict == Verdict.Met ? 0 : 1) { Origin = Value.Origin, Type = Value.Type, Limit = Requirement.Limit(scene) },
        };
    }

    public override void AddTo(ReadingNeeds needs)
    {
        Value.AddTo(needs);
        Requirement.AddTo(needs);
    }
}
