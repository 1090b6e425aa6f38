using Collector.Metrics;

namespace Collector.Verification;

/// <summary>Is the clock one that time stamps can be taken from?</summary>
internal static class ClockProbe
{
    /// <summary>This program is younger than any host whose clock shows an earlier year.</summary>
    private const int FirstYear = 2026;

    private const string Name = "clock";
    private const string Expect = "right, and kept by a time service";

    /// <param name="now">What the clock shows.</param>
    /// <param name="reader">The clock's metrics, after a read; null where they are not measured.</param>
    public static CheckResult Run(DateTimeOffset now, GroupReader? reader)
    {
        if (now.Year < FirstYear)
        {
            return Diagnosis.Failed(Name, Expect, $"it is {now.UtcDateTime:yyyy-MM-dd} here", "set the clock, and have a time service keep it");
        }

        return Value(reader, "synchronized") is 0 || Value(reader, "sources") is 0
            ? Diagnosis.Warned(Name, Expect, "no time service keeps it", OperatingSystem.IsWindows()
                ? "start the service W32Time, and see 'w32tm /query /status'"
                : "install chrony or turn on systemd-timesyncd; a virtual machine may have its clock kept from outside")
            : Diagnosis.Passed(Name, Expect, $"{now.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z");
    }

    private static double? Value(GroupReader? reader, string metric)
    {
        if (reader is null || reader.RowCount == 0)
        {
            return null;
        }

        foreach (MetricInfo info in reader.Group.Metrics)
        {
            if (info.Name == metric && reader.Value(0, info.Index) is { IsPresent: true } value)
            {
                return value.Number;
            }
        }

        return null;
    }
}
