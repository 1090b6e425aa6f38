using Collector.Reports;

namespace Collector.Tests.Reports;

public sealed class PlanTests
{
    [Test]
    [Arguments("60:1440", 16 + 12 + (1440 * 12))]
    [Arguments("10s:1d", 16 + 12 + (8640 * 12))]
    [Arguments("10s:6h,1m:7d,10m:1y", 16 + (3 * 12) + ((2160 + 10080 + 52560) * 12))]
    [Arguments("1h:2w", 16 + 12 + (336 * 12))]
    public async Task A_retention_says_how_large_a_file_is(string text, int bytes)
    {
        await Assert.That(Retention.Parse(text)!.FileBytes).IsEqualTo(bytes);
    }

    [Test]
    [Arguments("")]
    [Arguments("10s")]
    [Arguments("0s:1d")]
    [Arguments("1m:1s")]
    [Arguments("10s:1d,")]
    [Arguments("ten:1d")]
    public async Task What_is_no_retention_is_refused(string text)
    {
        await Assert.That(Retention.Parse(text)).IsNull();
    }

    [Test]
    [Arguments("10s:1h,10s:2h", "has points every 10 s, which is no multiple of the 10 s of the archive before it")]
    [Arguments("10s:1h,15s:2h", "has points every 15 s, which is no multiple of the 10 s of the archive before it")]
    [Arguments("60s:1d,10s:1y", "keeps points every 60 s no longer than those every 10 s")]
    [Arguments("10s:1m,10m:1y", "keeps too few points every 10 s to make one every 600 s of them")]
    public async Task Archives_that_whisper_would_refuse_are_refused(string text, string expected)
    {
        await Assert.That(Retention.Parse(text, out string fault)).IsNull();
        await Assert.That(fault).IsEqualTo(expected);
    }

    [Test]
    public async Task A_plan_counts_for_a_host_and_for_a_fleet()
    {
        GroupPlan[] groups = [new("cpu", 1024, 44000), new("memory", 5, 230)];
        await Verify(PlanReport.Render(
            "graphite://carbon:2003 as collector.h.*, every 10s", groups, TimeSpan.FromSeconds(10), 1000, Retention.Parse("10s:1d")));
    }

    [Test]
    [Arguments(20, 1)]
    [Arguments(20, 1000)]
    public async Task A_plan_counts_with_the_rate_of_new_series(int rate, int hosts)
    {
        await Verify(PlanReport.Render(
            "stdout:", [new("cpu", 1024, 44000)], TimeSpan.FromSeconds(10), hosts, Retention.Parse("10s:1d"), rate), parameters: $"{hosts}");
    }

    [Test]
    public async Task A_plan_for_statsd_has_no_files()
    {
        await Verify(PlanReport.Render(
            "statsd://s:8125 as collector.h.*, every 1s", [new("load", 3, 90)], TimeSpan.FromSeconds(1), 1, null));
    }
}
