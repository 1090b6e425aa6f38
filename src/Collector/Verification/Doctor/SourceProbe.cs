using Collector.Metrics;
using Collector.Sources;

namespace Collector.Verification;

/// <summary>Can everything be read that is to be measured, and by whom?</summary>
internal static class SourceProbe
{
    /// <param name="readers">The groups, after a read.</param>
    public static IEnumerable<CheckResult> Run(IEnumerable<GroupReader> readers)
    {
        List<string> denied = [];
        foreach (GroupReader reader in readers)
        {
            string name = $"source {reader.Group.Name}";
            if (!reader.Fault.IsFailure)
            {
                yield return reader.Fault.IsNone
                    ? Diagnosis.Passed(name, "can be read", reader.Group.InstanceLabel is string label ? $"{label}s: {reader.RowCount}" : null)
                    : Diagnosis.Skipped(name, "can be read", reader.Fault.ToString());
                continue;
            }

            if (reader.Fault.Kind is FaultKind.Unreadable or FaultKind.CallFailed && SystemError.IsDenied(reader.Fault.Code))
            {
                denied.Add(reader.Group.Name);
            }

            yield return Diagnosis.Failed(name, "can be read", reader.Fault.ToString(), $"leave it out with --group -{reader.Group.Name} if that is to be so");
        }

        string user = Environment.UserName;
        yield return denied.Count == 0
            ? Diagnosis.Passed("privileges", "enough for every source", $"running as {user}")
            : Diagnosis.Failed("privileges", "enough for every source", $"{user} may not read {string.Join(", ", denied)}",
                OperatingSystem.IsWindows()
                    ? "run it as a member of 'Performance Monitor Users', or elevated"
                    : "run it as root, or give its user the right to read them");
    }
}
