using System.Runtime.CompilerServices;

namespace Collector.Wire;

/// <summary>Collects the lines of one tick for one destination, in a buffer that is used again.</summary>
/// <param name="maxPacket">For datagrams: the most bytes of one; 0 for a stream.</param>
internal abstract partial class WireWriter(int maxPacket)
{
    private const long NanosecondsPerSecond = 1_000_000_000;

    private byte[] _buffer = new byte[4096];
    private int[] _packetEnds = [];
    private int _packets;
    private int _packetStart;

    /// <summary>The lines, each with its end.</summary>
    public ReadOnlySpan<byte> Bytes => _buffer.AsSpan(0, Length);

    /// <summary>Where each datagram ends, in bytes from the beginning; empty for a stream.</summary>
    public ReadOnlySpan<int> PacketEnds => _packetEnds.AsSpan(0, _packets);

    public int Length { get; private set; }

    public int Lines { get; private set; }

    /// <summary>The lines of all ticks.</summary>
    public long TotalLines { get; private set; }

    /// <summary>The bytes of all ticks.</summary>
    public long TotalBytes { get; private set; }

    /// <summary>Values that have no form on the wire (NaN, infinite) and were left out, ever.</summary>
    public int Omitted { get; private set; }

    /// <summary>When the tick's values were read, in nanoseconds by a clock that nobody sets.</summary>
    public long Time { get; private set; }

    /// <summary>What was read before this is no baseline: a rate would go across a gap.</summary>
    public long RatesSince { get; private set; }

    /// <summary>Starts a tick whose values are as old as its time stamp says.</summary>
    public void Begin(long unixSeconds) => Begin(unixSeconds, unixSeconds * NanosecondsPerSecond);

    /// <summary>Starts a tick.</summary>
    /// <param name="unixSeconds">The tick's time stamp.</param>
    /// <param name="nanoseconds">When its values were read, by a clock that nobody sets: rates are per second of it.</param>
    /// <param name="ratesSince">When there was the first tick after the last gap, by the same clock. Rates begin anew there.</param>
    public void Begin(long unixSeconds, long nanoseconds, long ratesSince = long.MinValue)
    {
        Length = 0;
        Lines = 0;
        Time = nanoseconds;
        RatesSince = ratesSince;
        _packets = 0;
        _packetStart = 0;
        Stamp(unixSeconds);
    }

    /// <summary>Ends a tick: the last datagram is complete.</summary>
    public void End()
    {
        if (maxPacket > 0 && Length > _packetStart)
        {
            EndPacket();
        }

        TotalLines += Lines;
        TotalBytes += Length;
    }

    /// <summary>Takes lines as another writer wrote them, their ends included.</summary>
    /// <param name="text">They belong into one datagram.</param>
    /// <param name="lines">How many they are.</param>
    public void Append(ReadOnlySpan<byte> text, int lines = 1)
    {
        text.CopyTo(Reserve(text.Length));
        Commit(text.Length, lines);
    }

    /// <summary>Takes note of a tick's time stamp.</summary>
    protected abstract void Stamp(long unixSeconds);

    /// <summary>Room for a line of at most so many bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected Span<byte> Reserve(int bytes)
    {
        if (_buffer.Length - Length < bytes)
        {
            Grow(bytes);
        }

        return _buffer.AsSpan(Length);
    }

    /// <summary>Takes what was written into the reserved room: lines that belong into one datagram.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected void Commit(int bytes, int lines = 1)
    {
        if (maxPacket > 0 && Length + bytes - _packetStart > maxPacket && Length > _packetStart)
        {
            EndPacket();
        }

        Length += bytes;
        Lines += lines;
    }

    private void EndPacket()
    {
        if (_packets == _packetEnds.Length)
        {
            Array.Resize(ref _packetEnds, Math.Max(8, _packets * 2));
        }

        _packetEnds[_packets++] = Length;
        _packetStart = Length;
    }

    private void Grow(int bytes) => Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, Length + bytes));
}
