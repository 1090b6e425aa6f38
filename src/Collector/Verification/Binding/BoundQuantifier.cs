namespace Collector.Verification;

/// <summary>A condition that all, some or none of several instances have to meet.</summary>
internal sealed record BoundQuantifier(Expression Source, QuantifierKind Kind, BoundCondition Body, InstanceSelector Selector) : BoundCondition(Source)
{
    /// <summary>It has gone through the instances: nothing is left to go through.</summary>
    public override IEnumerable<InstanceSelector> Selectors => [];

    public override Outcome Evaluate(Scene scene)
    {
        InstanceSelection selection = InstanceSelection.Of(Selector, scene.Now);
        if (selection.Instances.Count == 0)
        {
            Verdict none = Kind == QuantifierKind.None && selection.Absence.State == Verdict.Missing ? Verdict.Met : selection.Absence.State;
            return Of(none, [new(Selector.Path, none, selection.Absence.Words ?? "", null)], null);
        }

        Outcome[] outcomes = [.. selection.Instances.Select(instance => Body.Evaluate(scene.At(Selector, instance)))];
        List<Finding> findings = [.. outcomes.Select((outcome, index) => FindingOf(outcome, selection.Instances[index].Name))];
        return Of(VerdictOf(findings), findings, outcomes[0].Check);
    }

    public override void AddTo(ReadingNeeds needs) => Body.AddTo(needs);

    private Outcome Of(Verdict verdict, List<Finding> findings, CheckDetail? body)
    {
        // The instances that made it fail come first.
        Finding[] failing = [.. findings.Where(IsFailing)];
        IEnumerable<Finding> shown = failing.Concat(findings.Where(finding => !IsFailing(finding))).Take(CheckDetail.MostFindings);
        string expected = Body is BoundCheck check ? check.Requirement.Expected : Body.Source.ToString();
        return new(OutcomeKind.Check, Source.ToString(), verdict)
        {
            Check = new(expected, [.. shown], findings.Count, verdict == Verdict.Met ? 0 : failing.Length)
            {
                Quantifier = Kind,
                Origin = Body is BoundCheck { Value.Origin: string origin } ? origin : null,
                Type = Body is BoundCheck { Value.Type: ValueType type } ? type : default,
                Limit = body?.Limit,
            },
        };
    }

    private bool IsFailing(Finding finding) => Kind == QuantifierKind.None ? finding.Verdict is Verdict.Met or Verdict.Unknown : finding.Verdict != Verdict.Met;

    private Finding FindingOf(Outcome outcome, string instance) => outcome.Check is { Findings: [Finding only] }
        ? only
        : new(InstanceSelector.PathOf(Selector.Group, instance), outcome.Verdict, string.Join("; ", outcome.AllFound), null);

    private Verdict VerdictOf(List<Finding> findings)
    {
        bool Has(Verdict verdict) => findings.Exists(finding => finding.Verdict == verdict);
        return Kind switch
        {
            QuantifierKind.All => findings.Aggregate(Verdict.Met, static (all, finding) => Verdicts.And(all, finding.Verdict)),
            QuantifierKind.Any => Has(Verdict.Met) ? Verdict.Met : Has(Verdict.Unknown) ? Verdict.Unknown : Has(Verdict.NotMet) ? Verdict.NotMet : Verdict.Missing,
            _ => Has(Verdict.Met) ? Verdict.NotMet : Has(Verdict.Unknown) ? Verdict.Unknown : Verdict.Met,
        };
    }
}
