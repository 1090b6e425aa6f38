namespace Collector.Sources.Linux;

/// <summary>How long tasks waited for one resource: averages in percent, totals in microseconds.</summary>
/// <remarks>https://docs.kernel.org/accounting/psi.html</remarks>
[NativeRow]
internal struct PressureStalls
{
    public double? SomeAvg10;
    public double? SomeAvg60;
    public double? SomeAvg300;
    public ulong? SomeTotal;
    public double? FullAvg10;
    public double? FullAvg60;
    public double? FullAvg300;
    public ulong? FullTotal;
}
