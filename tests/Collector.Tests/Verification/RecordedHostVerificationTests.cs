using System.Text;
using Collector.Metrics;
using Collector.Sources;
using Collector.Verification;

namespace Collector.Tests.Verification;

/// <summary>Expectations about recorded hosts, of which only what they need is read.</summary>
public sealed class RecordedHostVerificationTests
{
    private static readonly string[] s_expectations =
    [
        "memory.total >= 8GiB", "memory.available > 10%", "cpu.count == 8", "cpu.count in 1..512", "uptime.uptime < 1h", "uptime.uptime > 1m",
        "any(net_io[*].up) == 1", "net_io[lo].bytes_recv > 0", "count(net_io[*].up == 1) >= 2", "disk_io[*].queue_depth < 10",
        "sum(disk_io[*].read_bytes) > 1GB", "disk_io[nvme0n1].write_bytes > 0", "disk_io[xvdz].write_bytes > 0", "service[cron].running and service[cron].start_type == 2",
        "service[bluetooth].running", "not service[nowhere].running", "process[sshd].count >= 1", "process[nginx].count == 0", "port[22].listening", "port[8080].listening",
        "file[/no/such/file].exists", "swap.used < 50%", "system.processes < 1k", "load.shortterm < 2 * cpu.count", "none(sensors[*].temperature > 90C)",
        "processes.zombies == 0", "pressure[cpu].some_avg10 < 50", "page_file[*].used < 50%", "system.handles > 0", "host.cpus == cpu.count",
    ];

    [Test]
    [Arguments("laptop")]
    [Arguments("server256")]
    [Arguments("container")]
    [Arguments("damaged")]
    public async Task A_recorded_host_is_fit_or_not(string name)
    {
        ReadingNeeds needs = new();
        BoundExpectation[] expectations = [.. s_expectations.Select(static text => Expectations.Bind(text))];
        foreach (BoundExpectation expectation in expectations)
        {
            needs.Add(expectation.Needs);
        }

        HostState host = Read(name, needs);
        StringBuilder text = new();
        foreach (BoundExpectation expectation in expectations)
        {
            Outcome outcome = expectation.Evaluate(host);
            text.Append($"{outcome.Verdict,-8} {expectation.Text}\n");
            foreach (CheckDetail check in outcome.Checks.Select(static outcome => outcome.Check!))
            {
                text.Append($"         {check.Expected}, {check.Failing} of {check.Instances} failed; {check.Origin}\n");
                text.AppendJoin("", check.Findings.Select(static finding => $"           {finding.Path} {finding.Found}\n"));
            }
        }

        await Verify(text.ToString().Replace(RecordedHost.PathOf(name), "", StringComparison.Ordinal), parameters: name);
    }

    [Test]
    public async Task Only_what_is_needed_is_read()
    {
        HostState host = Read("laptop", Expectations.Bind("memory.total > 1 and disk_io[sda].read_bytes >= 0").Needs);

        await Assert.That(string.Join(' ', host.Groups.Keys)).IsEqualTo("memory disk_io");
        InstanceState memory = host.Groups["memory"].Instances[0];
        await Assert.That(memory.Values.Count(static value => value.IsPresent)).IsEqualTo(1);
        await Assert.That(host.Groups["disk_io"].Instances.SelectMany(static row => row.Values).Count(static value => value.IsPresent)).IsLessThanOrEqualTo(1);
    }

    private static HostState Read(string name, ReadingNeeds needs)
    {
        SourceContext context = new(RecordedHost.PathOf(name)) { Filter = needs.Filter, Targets = needs.TargetsBeside(NamedTargets.None) };
        List<GroupReader> readers = [.. needs.Groups.Select(group => group.OpenReader(Platform.Linux, context)).OfType<GroupReader>()];
        context.BeginTick();
        readers.ForEach(static reader => reader.Read());
        return HostState.Of(0, new("fern", "linux", "6.1.0", "x64", 8), readers, context);
    }
}
