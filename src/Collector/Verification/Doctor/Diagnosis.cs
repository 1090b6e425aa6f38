namespace Collector.Verification;

/// <summary>Makes results of what was found out about the collector itself on this host.</summary>
internal static class Diagnosis
{
    /// <summary>Passed where there is no fault, else failed.</summary>
    /// <param name="name">What was looked at.</param>
    /// <param name="expect">What it should be.</param>
    /// <param name="fault">What is wrong; null if nothing is.</param>
    /// <param name="found">What was found where nothing is wrong.</param>
    /// <param name="mend">What to do about a fault; null where the fault itself says so.</param>
    public static CheckResult Of(string name, string expect, string? fault, string? found = null, string? mend = null) =>
        fault is null ? Passed(name, expect, found) : Failed(name, expect, fault, mend);

    public static CheckResult Passed(string name, string expect, string? found = null) =>
        Create(name, expect, CheckStatus.Passed, Severity.Fail, found, null);

    public static CheckResult Failed(string name, string expect, string fault, string? mend = null) =>
        Create(name, expect, CheckStatus.Failed, Severity.Fail, fault, mend);

    public static CheckResult Warned(string name, string expect, string fault, string? mend = null) =>
        Create(name, expect, CheckStatus.Warned, Severity.Warn, fault, mend);

    public static CheckResult Skipped(string name, string expect, string reason) =>
        Create(name, expect, CheckStatus.Skipped, Severity.Fail, reason, null);

    private static CheckResult Create(
        string name, string expect, CheckStatus status, Severity severity, string? message, string? mend) =>
        new(name, expect, status, severity) { Message = message, Mend = mend };
}
