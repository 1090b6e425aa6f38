namespace Collector.Metrics;

/// <summary>Extends a 32-bit counter of the kernel to 64 bits.</summary>
/// <remarks>
/// A step of half the range or more cannot be told from a step back: it is taken for a reset, after which the
/// counter starts from what the kernel says now.
/// </remarks>
internal struct WrappingCounter
{
    private ulong _total;
    private uint _last;
    private bool _known;

    public ulong Extend(ulong value)
    {
        uint raw = (uint)value;
        uint step = raw - _last;
        _total = _known && step <= int.MaxValue ? _total + step : raw;
        _last = raw;
        _known = true;
        return _total;
    }
}
