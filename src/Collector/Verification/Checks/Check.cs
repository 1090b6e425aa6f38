using Collector.Metrics;

namespace Collector.Verification;

/// <summary>Something to check, as it was written.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Expect">The expectation.</param>
/// <param name="Severity">What it means if it is not met.</param>
/// <param name="Why">Why it is checked; null where nobody said.</param>
/// <param name="Platform">The only platform that it is for; null for all.</param>
/// <param name="Origin">Where it was written: an option, or file and line.</param>
/// <param name="Place">Where the expectation itself was written, for what is wrong with it.</param>
internal sealed record Check(
    string Name, string Expect, Severity Severity, string? Why, Platform? Platform, string Origin, string Place)
{
    /// <summary>A check that was written on the command line.</summary>
    public static Check Typed(string expect) => new(expect, expect, Severity.Fail, null, null, "--expect", "--expect");
}
