namespace Collector.Verification;

/// <summary>What can be expected, as help shows it.</summary>
internal static class ExpectationHelp
{
    public const string Text = """
        An expectation compares what is measured with what it should be:
          memory.total >= 16GiB
          disk_usage[C].free > 20% and uptime.uptime < 1h

        What is measured
          GROUP.METRIC               memory.total; 'collector list' names them all
          GROUP[INSTANCE].METRIC     disk_usage[/var].free, net_io["Local Area Connection"].up;
                                     * and ? are any characters: net_io[eth*].up. C is C:\, and case does not matter.
                                     [*], or no brackets, is every instance that is measured by default
          GROUP.count                how many instances there are: cpu.count == 8; count(net_io[eth*]) == 2
          service[NAME], process[NAME], port[22], port[udp:53], file[/PATH]
                                     are read only if they are named: service[sshd].running
          host.name, host.os (linux, windows), host.version (12, 24.04; 10.0.20348), host.architecture (x64, arm64),
          host.cpus, host.kernel (6.1.0-18-amd64), host.distribution (debian, windows)

        What is compared
          == != < <= > >=            also = for ==
          in LOW..HIGH               both included; also: between LOW and HIGH
          ~ PATTERN, !~ PATTERN      texts only, * and ? as above: host.name ~ "web-*"; also: like, not like
          and, or, not, ( )          not before and before or
          + - * /                    memory.total - memory.used > 4GiB, load.shortterm / host.cpus < 1
          A metric that is 0 or 1 needs no comparison: service[sshd].running

        Values
          numbers                    50k, 1.5M, 16Gi: k M G T P are powers of 1000, Ki Mi Gi Ti Pi of 1024
          bytes                      16GiB, 500MB, 64KiB, 10MB/s
          durations                  500ms, 30s, 5m, 4h, 7d, 2w
          percent                    20% of a part is of its whole: disk_usage[*].free > 20%, memory.available > 10%
          others                     2.4GHz, 1Gbps, 80C, true, false
          texts                      "quoted" or 'quoted', a quote within written twice; single words may go without.
                                     Versions have the order of their numbers: host.version >= "10.0.17763"
                                     Points in time: system.boot_time > "2026-01-31 12:00"

        Several instances
          disk_usage[*].percent < 90          holds for all of them
          any(net_io[*].up) == 1              for at least one
          none(disk_usage[*].percent > 90)    for none; all() is there too
          count(net_io[*].up == 1) >= 2       for at least two
          sum, min, max, avg                  min(disk_usage[*].free) > 10GiB

        Counters
          rate(system.context_switches) < 50k
                                     per second, between two readings; of times it is a share: rate(cpu[*].user) < 90%

        An instance or a value that is not there is not met, and 'not' does not make it so. What could not be read, or
        what this platform does not have, is unknown.
        """;
}
