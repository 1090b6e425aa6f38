using Collector.Metrics;
using Collector.Sources;
using Collector.Verification;

namespace Collector.Tests.Verification;

public sealed class EvaluationTests
{
    [Test]
    [Arguments("memory.total >= 16GiB", Verdict.Met, "memory.total 16.0 GiB")]
    [Arguments("memory.total > 16GiB", Verdict.NotMet, "memory.total 16.0 GiB")]
    [Arguments("memory.total == 17180M", Verdict.NotMet, "memory.total 16.0 GiB (17,179,869,184)")]
    [Arguments("memory.available > 60%", Verdict.NotMet, "memory.available 50.0% (8.0 GiB of 16.0 GiB)")]
    [Arguments("memory.available in 40%..60%", Verdict.Met, "memory.available 50.0% (8.0 GiB of 16.0 GiB)")]
    [Arguments("swap.used < 50%", Verdict.Met, "swap.used 0.0% (0 B of 0 B)")]
    [Arguments("uptime.uptime < 1h", Verdict.NotMet, "uptime.uptime 2h 0m")]
    [Arguments("memory.cached > 1", Verdict.Missing, "memory.cached has no value here")]
    [Arguments("memory.pool_paged > 1", Verdict.Unknown, "memory.pool_paged only Windows has it")]
    [Arguments("tcp.listen > 1", Verdict.Unknown, "tcp.listen tcp was not read")]
    [Arguments("disk_usage[/].free > 20%", Verdict.Met, "disk_usage[/].free 50.0% (50.0 GiB of 100.0 GiB)")]
    [Arguments("disk_usage[/VAR].free > 20%", Verdict.NotMet, "disk_usage[/var].free 5.0% (5.0 GiB of 100.0 GiB)")]
    [Arguments("disk_usage[/home].free > 20%", Verdict.Missing, "disk_usage[/home] there is no mount '/home'; there are /, /var")]
    [Arguments("disk_usage[/vra].free > 20%", Verdict.Missing, "disk_usage[/vra] there is no mount '/vra'; did you mean '/var'?")]
    [Arguments("disk_usage[/x*].free > 20%", Verdict.Missing, "disk_usage[/x*] no mount matches '/x*'; there are /, /var")]
    [Arguments("disk_usage[*].percent < 90", Verdict.NotMet, "disk_usage[/var].percent 95.0%|disk_usage[/].percent 50.0%")]
    [Arguments("disk_usage[/snap/*].percent < 90", Verdict.NotMet, "disk_usage[/snap/core].percent 100.0%")]
    [Arguments("none(disk_usage[*].percent > 90)", Verdict.NotMet, "disk_usage[/var].percent 95.0%|disk_usage[/].percent 50.0%")]
    [Arguments("none(disk_usage[/x*].percent > 90)", Verdict.Met, "disk_usage[/x*] no mount matches '/x*'; there are /, /var")]
    [Arguments("any(disk_usage[/x*].percent > 90)", Verdict.Missing, "disk_usage[/x*] no mount matches '/x*'; there are /, /var")]
    [Arguments("disk_usage[*].free > disk_usage[*].used", Verdict.NotMet, "disk_usage[/].free 50.0 GiB against 50.0 GiB|disk_usage[/var].free 5.0 GiB against 95.0 GiB")]
    [Arguments("disk_usage[/].free > disk_usage[/var].free", Verdict.Met, "disk_usage[/].free 50.0 GiB against 5.0 GiB")]
    [Arguments("disk_usage[/].free > disk_usage[/x].free", Verdict.Missing, "disk_usage[/].free 50.0 GiB, and disk_usage[/x].free there is no mount '/x'; did you mean '/'?")]
    [Arguments("disk_usage[*].percent < 2 * avg(disk_usage[*].percent)", Verdict.Met, "disk_usage[/].percent 50.0% against 145.0%|disk_usage[/var].percent 95.0% against 145.0%")]
    [Arguments("any(net_io[*].up) == 1", Verdict.Met, "net_io[eth1].up 0|net_io[lo].up 1|net_io[eth0].up 1")]
    [Arguments("any(net_io[eth1].up) == 1", Verdict.NotMet, "net_io[eth1].up 0")]
    [Arguments("all(net_io[*].up)", Verdict.NotMet, "net_io[eth1].up 0|net_io[lo].up 1|net_io[eth0].up 1")]
    [Arguments("any(net_io[*].up == 1 and net_io[*].speed >= 1Gbps)", Verdict.Met, "net_io[lo] net_io[lo].up 1; net_io[lo].speed has no value here|net_io[eth1] net_io[eth1].up 0; net_io[eth1].speed has no value here|net_io[eth0] net_io[eth0].up 1; net_io[eth0].speed 1 Gbps")]
    [Arguments("none(net_io[*].speed < 1G)", Verdict.Met, "net_io[lo].speed has no value here|net_io[eth0].speed 1 Gbps|net_io[eth1].speed has no value here")]
    [Arguments("net_io.count == 3", Verdict.Met, "net_io.count 3 (lo, eth0, eth1)")]
    [Arguments("count(net_io[eth*]) == 3", Verdict.NotMet, "count(net_io[eth*]) 2 (eth0, eth1)")]
    [Arguments("count(net_io[wlan*]) == 0", Verdict.Met, "count(net_io[wlan*]) 0")]
    [Arguments("count(net_io[*].up == 1) >= 2", Verdict.Met, "count(net_io[*].up == 1) 2 of 3")]
    [Arguments("disk_usage.count == 2", Verdict.Met, "disk_usage.count 2 (/, /var)")]
    [Arguments("sum(disk_usage[*].free) > 20%", Verdict.Met, "sum(disk_usage[*].free) 27.5% (55.0 GiB of 200.0 GiB)")]
    [Arguments("min(disk_usage[*].free) > 10GiB", Verdict.NotMet, "min(disk_usage[*].free) 5.0 GiB")]
    [Arguments("max(net_io[*].speed) == 1Gbps", Verdict.Met, "max(net_io[*].speed) 1 Gbps")]
    [Arguments("max(net_io[lo].speed) == 1Gbps", Verdict.Missing, "max(net_io[lo].speed) has no value here")]
    [Arguments("rate(system.context_switches) < 50k", Verdict.NotMet, "rate(system.context_switches) 50,000/s")]
    [Arguments("rate(cpu[*].user) < 40%", Verdict.NotMet, "rate(cpu[1].user) 0.5 (50.0%)|rate(cpu[0].user) 0.25 (25.0%)")]
    [Arguments("rate(net_io[eth0].bytes_recv) < 1MB/s", Verdict.NotMet, "rate(net_io[eth0].bytes_recv) 1.9 MiB/s")]
    [Arguments("rate(net_io[eth1].bytes_recv) < 1MB/s", Verdict.Missing, "rate(net_io[eth1].bytes_recv) was not there in the first of the two readings")]
    [Arguments("rate(net_io[eth0].errin) == 0", Verdict.Missing, "rate(net_io[eth0].errin) started again from 0 between the two readings")]
    [Arguments("service[sshd].running", Verdict.Met, "service[sshd].running 1")]
    [Arguments("not service[telnet].running", Verdict.Met, "service[telnet].running 0")]
    [Arguments("service[telnet].uptime > 1h", Verdict.Missing, "service[telnet].uptime has no value here")]
    [Arguments("not service[telnet].uptime > 1h", Verdict.Missing, "service[telnet].uptime has no value here")]
    [Arguments("port[22].listening == 1", Verdict.Met, "port[tcp:22].listening 1")]
    [Arguments("file[/etc/hosts].bytes < 64KiB", Verdict.Met, "file[/etc/hosts].bytes 512 B")]
    [Arguments("load.shortterm / host.cpus < 1", Verdict.Met, "load.shortterm / host.cpus 0.25 (25.0%)")]
    [Arguments("load.shortterm / swap.total < 1", null, "")]
    [Arguments("memory.used / swap.total < 1", Verdict.Missing, "memory.used / swap.total cannot be computed: it is a division by 0")]
    [Arguments("memory.total / cpu.count >= 4GiB", Verdict.Met, "memory.total / cpu.count 8.0 GiB")]
    [Arguments("system.boot_time > \"2024-01-01\"", Verdict.NotMet, "system.boot_time 2023-11-14 22:13:20Z")]
    [Arguments("-memory.total < -15GiB", Verdict.Met, "-memory.total -16.0 GiB")]
    [Arguments("host.name ~ \"WEB-*\"", Verdict.Met, "host.name \"web-01.example.org\"")]
    [Arguments("host.name !~ \"web-*\"", Verdict.NotMet, "host.name \"web-01.example.org\"")]
    [Arguments("host.os == Linux", Verdict.Met, "host.os \"linux\"")]
    [Arguments("host.version >= \"6.1\"", Verdict.Met, "host.version \"6.1.0-18-amd64\"")]
    [Arguments("host.version >= \"6.10\"", Verdict.NotMet, "host.version \"6.1.0-18-amd64\"")]
    [Arguments("host.version in \"5\"..\"6.0.9\"", Verdict.NotMet, "host.version \"6.1.0-18-amd64\"")]
    [Arguments("cpu.count == host.cpus", Verdict.NotMet, "cpu.count 2 (0, 1) against 8")]
    [Arguments("host.cpus >= 4", Verdict.Met, "host.cpus 8")]
    public async Task A_reading_meets_an_expectation_or_not(string text, object? verdict, string found)
    {
        if (verdict is null)
        {
            await Assert.That(Expectations.Bind(text, out _)).IsNull();
            return;
        }

        Outcome outcome = Expectations.Bind(text).Evaluate(FakeHost.Usual, FakeHost.Earlier);

        await Assert.That(string.Join('|', outcome.AllFound)).IsEqualTo(found);
        await Assert.That(outcome.Verdict).IsEqualTo((Verdict)verdict);
    }

    [Test]
    [Arguments("memory.total > 1 and swap.total > 1", Verdict.NotMet)]
    [Arguments("memory.total > 1 or swap.total > 1", Verdict.Met)]
    [Arguments("memory.total > 1 and memory.cached > 1", Verdict.Missing)]
    [Arguments("swap.total > 1 and memory.cached > 1", Verdict.NotMet)]
    [Arguments("memory.total > 1 or memory.cached > 1", Verdict.Met)]
    [Arguments("swap.total > 1 or memory.cached > 1", Verdict.Missing)]
    [Arguments("memory.total > 1 and tcp.listen > 1", Verdict.Unknown)]
    [Arguments("swap.total > 1 and tcp.listen > 1", Verdict.NotMet)]
    [Arguments("memory.cached > 1 or tcp.listen > 1", Verdict.Unknown)]
    [Arguments("memory.cached > 1 and tcp.listen > 1", Verdict.Missing)]
    [Arguments("not tcp.listen > 1", Verdict.Unknown)]
    [Arguments("not (swap.total > 1 or memory.cached > 1)", Verdict.Missing)]
    public async Task What_is_not_known_stays_so_unless_the_other_side_decides(string text, object verdict)
    {
        await Assert.That(Expectations.Bind(text).Evaluate(FakeHost.Usual).Verdict).IsEqualTo((Verdict)verdict);
    }

    [Test]
    public async Task What_stands_side_by_side_is_reported_side_by_side()
    {
        Outcome outcome = Expectations.Bind("memory.total > 1 and swap.total > 1 and (cpu.count > 1 or not load.shortterm > 9)").Evaluate(FakeHost.Usual);

        await Assert.That(outcome.Kind).IsEqualTo(OutcomeKind.And);
        await Assert.That(string.Join('|', outcome.Parts.Select(static part => part.Text)))
            .IsEqualTo("memory.total > 1|swap.total > 1|cpu.count > 1 or not load.shortterm > 9");
        await Assert.That(outcome.Parts[2].Parts[1].Kind).IsEqualTo(OutcomeKind.Not);
        await Assert.That(outcome.Checks.Count()).IsEqualTo(4);
    }

    [Test]
    public async Task A_check_says_what_was_expected_and_where_the_number_comes_from()
    {
        CheckDetail check = Expectations.Bind("disk_usage[*].free > 20%").Evaluate(FakeHost.Usual).Check!;

        await Assert.That(check.Expected).IsEqualTo("> 20%");
        await Assert.That(check.Quantifier).IsEqualTo(QuantifierKind.All);
        await Assert.That(check.Limit).IsEqualTo(20);
        await Assert.That(check.Instances).IsEqualTo(2);
        await Assert.That(check.Failing).IsEqualTo(1);
        await Assert.That(check.Findings[0].Number).IsEqualTo(5);
        await Assert.That(check.Origin).Contains("FileSystems");
    }

    [Test]
    public async Task Of_many_instances_a_few_are_shown_and_those_that_failed_first()
    {
        string text = string.Concat(Enumerable.Range(0, 40).Select(static index => $"disk_usage[/m{index}].percent {(index < 30 ? 10 : 99)}.0\n"));
        CheckDetail check = Expectations.Bind("disk_usage[*].percent < 90").Evaluate(FakeHost.Of(text, 0)).Check!;

        await Assert.That(check.Instances).IsEqualTo(40);
        await Assert.That(check.Failing).IsEqualTo(10);
        await Assert.That(string.Join(' ', check.Findings.Select(static finding => finding.Path))).IsEqualTo(
            string.Join(' ', Enumerable.Range(30, CheckDetail.MostFindings).Select(static index => $"disk_usage[/m{index}].percent")));
    }

    [Test]
    public async Task A_group_that_could_not_be_read_leaves_open_what_is_so()
    {
        HostState host = FakeHost.Of("", 0, ("memory", new Fault(FaultKind.Empty, "/proc/meminfo")), ("disk_usage", new Fault(FaultKind.Empty, "/proc/mounts")));

        foreach (string text in new[] { "memory.total > 1", "disk_usage[/].free > 1", "none(disk_usage[*].percent > 90)", "disk_usage.count == 0", "count(disk_usage[*].percent > 90) == 0" })
        {
            Outcome outcome = Expectations.Bind(text).Evaluate(host);
            await Assert.That(outcome.Verdict).IsEqualTo(Verdict.Unknown);
            await Assert.That(outcome.FirstFound).EndsWith("is empty");
        }
    }

    [Test]
    public async Task What_a_host_plainly_does_not_have_is_not_there()
    {
        HostState host = FakeHost.Of("", 0, ("service", Fault.NotHere("systemd does not run on this host")));
        Outcome outcome = Expectations.Bind("service[sshd].running").Evaluate(host);

        await Assert.That(outcome.Verdict).IsEqualTo(Verdict.Missing);
        await Assert.That(outcome.FirstFound).IsEqualTo("service[sshd] systemd does not run on this host");
    }

    [Test]
    public async Task A_rate_takes_two_readings()
    {
        BoundExpectation expectation = Expectations.Bind("rate(system.context_switches) < 50k");

        await Assert.That(expectation.Needs.NeedsRate).IsTrue();
        await Assert.That(expectation.Evaluate(FakeHost.Usual).Verdict).IsEqualTo(Verdict.Unknown);
        await Assert.That(expectation.Evaluate(FakeHost.Usual, FakeHost.Usual).Verdict).IsEqualTo(Verdict.Unknown);
    }

    [Test]
    [Arguments("C")]
    [Arguments("c")]
    [Arguments("C:")]
    [Arguments(@"C:\")]
    [Arguments(@"""C:\""")]
    public async Task A_drive_has_three_names(string name)
    {
        HostState host = FakeHost.Of("disk_usage[C:\\].total 100\ndisk_usage[C:\\].free 50\ndisk_usage[D:\\].total 100\ndisk_usage[D:\\].free 1", 0);
        Outcome outcome = Expectations.Bind($"disk_usage[{name}].free > 20%", Platform.Windows).Evaluate(host);

        await Assert.That(outcome.IsMet).IsTrue();
        await Assert.That(outcome.FirstFound).IsEqualTo(@"disk_usage[C:\].free 50.0% (50 B of 100 B)");
    }

    [Test]
    public async Task Of_names_that_differ_in_case_the_exact_one_is_meant()
    {
        HostState host = FakeHost.Of("disk_usage[/Data].free 1\ndisk_usage[/data].free 2", 0);

        await Assert.That(Expectations.Bind("disk_usage[/data].free == 2").Evaluate(host).IsMet).IsTrue();
        await Assert.That(Expectations.Bind("disk_usage[/Data].free == 1").Evaluate(host).IsMet).IsTrue();
        await Assert.That(Expectations.Bind("disk_usage[/DATA].free == 1").Evaluate(host).IsMet).IsTrue();
    }

    [Test]
    public async Task What_another_platform_has_is_told_apart_from_a_mistake()
    {
        await Assert.That(Expectations.Bind("memory.total > 1").MissingHere).IsNull();
        await Assert.That(Expectations.Bind("memory.pool_paged > 1").MissingHere).IsEqualTo("only Windows has memory.pool_paged");
        await Assert.That(Expectations.Bind("memory.buffers > 1 or clock.synchronized", Platform.Windows).MissingHere)
            .IsEqualTo("only Linux has memory.buffers; only Linux has clock.synchronized");
        await Assert.That(Expectations.Bind("app.oom_kills == 0", Platform.Windows).MissingHere).IsEqualTo("only Linux has app.oom_kills");
    }

    [Test]
    public async Task Configured_services_can_be_gone_through()
    {
        NamedTargets targets = NamedTargets.None with { Services = ["sshd", "telnet"] };
        BoundExpectation expectation = Expectations.Bind("count(service[*].running == 1) == 1 and service[cron].start_type == 2", targets: targets);

        await Assert.That(expectation.Evaluate(FakeHost.Usual).Parts[0].IsMet).IsTrue();
        await Assert.That(string.Join(' ', expectation.Needs.TargetsBeside(targets).Services)).IsEqualTo("sshd telnet cron");
    }

    [Test]
    public async Task What_several_expectations_need_is_read_together()
    {
        ReadingNeeds needs = new();
        foreach (string text in new[] { "memory.total > 1", "memory.total > 2", "memory.free > 5%", "port[22].listening", "port[22].listening == 1", "port[23].listening == 0", "host.cpus > 1" })
        {
            needs.Add(Expectations.Bind(text).Needs);
        }

        await Assert.That(Expectations.Describe(needs))
            .IsEqualTo("memory.total; memory.free; port[tcp:22].listening; port[tcp:23].listening; host.cpus; ports(tcp:22, tcp:23)");
        await Assert.That(string.Join(' ', needs.Groups.Select(static group => group.Name))).IsEqualTo("memory port");
    }

    [Test]
    public async Task A_part_is_declared_with_its_whole()
    {
        await Assert.That(Provenance.Find(MemoryGroup.Definition, "available")!.Of).IsEqualTo("total");
        await Assert.That(Provenance.Find(MemoryGroup.Definition, "total")!.Of).IsNull();
    }

    [Test]
    [Arguments("10.0.9", "10.0.17", -1)]
    [Arguments("10.0.17763", "10.0.17763", 0)]
    [Arguments("10.0", "10.0.1", -1)]
    [Arguments("6.1.0-18-amd64", "6.1.0-9-amd64", 1)]
    [Arguments("007", "7", 0)]
    [Arguments("1.a", "1.1", 1)]
    [Arguments("", "1", -1)]
    public async Task Numbers_in_versions_count_as_numbers(string left, string right, int order)
    {
        await Assert.That(Math.Sign(VersionOrder.Compare(left, right))).IsEqualTo(order);
        await Assert.That(Math.Sign(VersionOrder.Compare(right, left))).IsEqualTo(-order);
    }
}
