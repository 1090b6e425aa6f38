namespace Collector.Verification;

/// <summary>A check whose expectation is understood.</summary>
/// <param name="Check">As it was written.</param>
/// <param name="Expectation">What it means on this platform.</param>
/// <param name="IsMeant">Whether it is meant for this platform.</param>
internal sealed record ReadyCheck(Check Check, BoundExpectation Expectation, bool IsMeant)
{
    public CheckResult Skipped => new(Check.Name, Expectation.Text, CheckStatus.Skipped, Check.Severity)
    {
        Why = Check.Why,
        Origin = Check.Origin,
        Message = $"it is for {Check.Platform} only",
    };

    public CheckResult Judge(HostState now, HostState? before)
    {
        Outcome outcome = Expectation.Evaluate(now, before);
        CheckStatus status = outcome.IsMet ? CheckStatus.Passed
            : Check.Severity == Severity.Warn ? CheckStatus.Warned
            : CheckStatus.Failed;
        return new(Check.Name, Expectation.Text, status, Check.Severity)
        {
            Why = Check.Why,
            Origin = Check.Origin,
            Outcome = outcome,
            Message = outcome.IsMet ? null : Expectation.MissingHere,
        };
    }
}
