using System.Globalization;
using Collector.Metrics;
using Collector.Sources;
using Collector.Verification;

namespace Collector.Tests.Verification;

/// <summary>A reading that a test writes down: <c>disk_usage[/].free 1000</c>, a line a value.</summary>
internal static class FakeHost
{
    private static readonly HostFacts s_facts = new("web-01.example.org", "linux", "6.1.0-18-amd64", "x64", 8);

    private const string UsualText = """
        memory.total 17179869184
        memory.available 8589934592
        memory.used 8589934592
        memory.free 1073741824
        memory.percent 50.0
        swap.total 0
        swap.free 0
        swap.used 0
        uptime.uptime 7200.5
        load.shortterm 2.0
        system.context_switches 1000000
        system.boot_time 1700000000.0
        cpu[0].user 100.0
        cpu[1].user 200.0
        disk_usage[/].total 107374182400
        disk_usage[/].used 53687091200
        disk_usage[/].free 53687091200
        disk_usage[/].percent 50.0
        disk_usage[/var].total 107374182400
        disk_usage[/var].used 102005473280
        disk_usage[/var].free 5368709120
        disk_usage[/var].percent 95.0
        ~disk_usage[/snap/core].total 1048576
        ~disk_usage[/snap/core].free 0
        ~disk_usage[/snap/core].percent 100.0
        net_io[lo].up 1
        net_io[eth0].up 1
        net_io[eth0].speed 1000000000
        net_io[eth0].bytes_recv 5000000
        net_io[eth0].errin 7
        net_io[eth1].up 0
        net_io[eth1].bytes_recv 10
        service[sshd].running 1
        service[sshd].uptime 60.0
        service[telnet].running 0
        port[tcp:22].listening 1
        file[/etc/hosts].exists 1
        file[/etc/hosts].bytes 512
        """;

    public static HostState Usual { get; } = Of(UsualText, 10);

    public static HostState Earlier { get; } = Of("""
        system.context_switches 900000
        cpu[0].user 99.5
        cpu[1].user 199.0
        net_io[eth0].bytes_recv 1000000
        net_io[eth0].errin 9
        """, 8);

    /// <param name="text">The values; a tilde before a line makes its instance an unusual one.</param>
    /// <param name="seconds">When it was read.</param>
    /// <param name="faults">What went wrong, by the names of groups.</param>
    public static HostState Of(string text, double seconds, params (string Group, Fault Fault)[] faults)
    {
        Dictionary<string, Dictionary<string, (bool IsUnusual, MetricValue[] Values)>> groups = new(StringComparer.Ordinal);
        foreach (string line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            int blank = line.LastIndexOf(' ');
            PathExpression path = (PathExpression)ExpressionParser.Parse(line[..blank].TrimStart('~'), out _)!;
            MetricGroup group = Expectations.Groups.First(group => group.Name == path.Group);
            Dictionary<string, (bool IsUnusual, MetricValue[] Values)> rows =
                groups.TryGetValue(group.Name, out Dictionary<string, (bool IsUnusual, MetricValue[] Values)>? known) ? known : groups[group.Name] = [];
            string instance = path.Instance ?? "";
            if (!rows.TryGetValue(instance, out (bool IsUnusual, MetricValue[] Values) row))
            {
                row = (line.StartsWith('~'), new MetricValue[group.Metrics.Length]);
                rows.Add(instance, row);
            }

            string number = line[(blank + 1)..];
            row.Values[Provenance.Find(group, path.Metric!)!.Index] = number.Contains('.', StringComparison.Ordinal)
                ? MetricValue.Of(double.Parse(number, CultureInfo.InvariantCulture))
                : MetricValue.Of(ulong.Parse(number, CultureInfo.InvariantCulture));
        }

        Dictionary<string, GroupState> states = new(StringComparer.Ordinal);
        foreach (string group in groups.Keys.Union(faults.Select(static fault => fault.Group)))
        {
            InstanceState[] rows = groups.TryGetValue(group, out Dictionary<string, (bool IsUnusual, MetricValue[] Values)>? known)
                ? [.. known.Select(static row => new InstanceState(row.Key, row.Value.IsUnusual, row.Value.Values))]
                : [];
            states.Add(group, new(rows, faults.FirstOrDefault(fault => fault.Group == group).Fault));
        }

        return new(seconds, s_facts, states);
    }
}
