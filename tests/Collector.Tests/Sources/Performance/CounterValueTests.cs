using Collector.Sources.Windows.Performance;

namespace Collector.Tests.Sources.Performance;

/// <summary>What becomes of the raw numbers, by the type of the counter.</summary>
public sealed class CounterValueTests
{
    private const uint AverageBase = 0x40030402;
    private const uint RawBase = 0x40030403;
    private const uint LargeRawBase = 0x40030500;
    private const uint SampleBase = 0x40030401;
    private const uint MultiBase = 0x42030500;

    /// <summary>Type, type of the base or 0, numbers and base of two reads a second apart, values of both reads.</summary>
    private static readonly (string Type, uint Code, uint BaseCode, ulong[] First, ulong[] Second, string Expected)[] s_types =
    [
        ("PERF_COUNTER_RAWCOUNT", 0x00010000, 0, [7], [3_000_000_000], "7 3000000000"),
        ("PERF_COUNTER_LARGE_RAWCOUNT", 0x00010100, 0, [ulong.MaxValue - 4], [1ul << 40], "-5 1099511627776"),
        ("PERF_COUNTER_RAWCOUNT_HEX", 0x00000000, 0, [7], [8], "7 8"),
        ("PERF_COUNTER_COUNTER", 0x10410400, 0, [uint.MaxValue - 1], [3], "4294967294 4294967299"),
        ("PERF_COUNTER_BULK_COUNT", 0x10410500, 0, [1ul << 33], [(1ul << 33) + 5], "8589934592 8589934597"),
        ("PERF_COUNTER_DELTA", 0x00400400, 0, [5], [9], "5 9"),
        ("PERF_COUNTER_TIMER", 0x20410500, 0, [25_000_000], [30_000_000], "2.5 3"),
        ("PERF_100NSEC_TIMER", 0x20510500, 0, [12_345_678], [22_345_678], "1.234568 2.234568"),
        ("PERF_100NSEC_TIMER_INV", 0x21510500, 0, [100_000_000], [107_500_000], "0 0.25"),
        ("PERF_100NSEC_MULTI_TIMER", 0x22510500, MultiBase, [10_000_000, 4], [30_000_000, 4], "1 3"),
        ("PERF_100NSEC_MULTI_TIMER_INV", 0x23510500, MultiBase, [100_000_000, 4], [130_000_000, 4], "0 1"),
        ("PERF_PRECISION_100NS_TIMER", 0x20570500, LargeRawBase, [50_000_000, 1], [60_000_000, 2], "5 6"),
        ("PERF_OBJ_TIME_TIMER", 0x20610500, 0, [500], [1500], "0.5 1.5"),
        ("PERF_COUNTER_LARGE_QUEUELEN_TYPE", 0x00450500, 0, [10_000_000], [40_000_000], "1 4"),
        ("PERF_ELAPSED_TIME", 0x30240500, 0, [1_000], [1_000], "4 5"),
        ("PERF_RAW_FRACTION", 0x20020400, RawBase, [1, 4], [0, 0], "25 0"),
        ("PERF_LARGE_RAW_FRACTION", 0x20020500, LargeRawBase, [1, 3], [3, 3], "33.333333 100"),
        ("PERF_SAMPLE_FRACTION", 0x20C20400, SampleBase, [10, 20], [13, 26], "- 50"),
        ("PERF_AVERAGE_TIMER", 0x30020400, AverageBase, [uint.MaxValue, 10], [39_999_999, 14], "- 1"),
        ("PERF_AVERAGE_BULK", 0x40020500, AverageBase, [1000, uint.MaxValue], [9000, 1], "- 4000"),
        ("PERF_AVERAGE_BULK without a step", 0x40020500, AverageBase, [1000, 5], [1000, 5], "- -"),
        ("PERF_AVERAGE_BULK begun anew", 0x40020500, AverageBase, [1000, 50], [10, 5], "- -"),
        ("PERF_COUNTER_BULK_COUNT begun anew", 0x10410500, 0, [500], [3], "500 3"),
        ("PERF_100NSEC_TIMER_INV begun anew", 0x21510500, 0, [100_000_000], [0], "0 0"),
    ];

    public static IEnumerable<string> Types() => s_types.Select(static type => type.Type);

    [Test]
    [MethodDataSource(nameof(Types))]
    public async Task A_type_gives_its_natural_value(string type)
    {
        (_, uint code, uint baseCode, ulong[] first, ulong[] second, string expected) = Array.Find(s_types, known => known.Type == type);
        CounterRig rig = new("Processor", "*", "% Processor Time");
        string before = rig.Tick(Blob(5_000, 1_000_000_000, code, baseCode, first)).Text();
        string after = rig.Tick(Blob(6_000, 1_010_000_000, code, baseCode, second)).Text();

        await Assert.That($"{before[3..]} {after[3..]}").IsEqualTo(expected).Because(type);
        await Assert.That(rig.Fault.ToString()).IsEqualTo("no fault");
    }

    [Test]
    [Arguments(0x10410400u, true, "count")]
    [Arguments(0x20510500u, true, "seconds")]
    [Arguments(0x00010000u, false, "count")]
    [Arguments(0x20020400u, false, "percent")]
    [Arguments(0x40020500u, false, "ratio")]
    [Arguments(0x30240500u, false, "seconds")]
    public async Task A_type_tells_kind_and_unit(uint code, bool isCounter, string unit)
    {
        CounterType type = CounterType.Of(code);

        await Assert.That(type.IsCounter).IsEqualTo(isCounter);
        await Assert.That(type.Unit).IsEqualTo(unit);
    }

    private static byte[] Blob(long objectTime, long performanceTime, uint code, uint baseCode, ulong[] values) =>
        PerformanceBlob.Write(performanceTime, new BlobObject(238)
        {
            Time = objectTime,
            Frequency = 1000,
            Counters = baseCode == 0 ? [(6, code)] : [(6, code), (6, baseCode)],
            Instances = [new("0", values)],
        });
}
