namespace Collector.Delivery;

/// <summary>The lines of one tick for one destination. What they say never changes; how far they got does.</summary>
internal sealed class Batch
{
    private const int Rounding = 256;

    private byte[] _bytes = [];
    private int[] _packetEnds = [];
    private int _length;
    private int _packets;

    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

    /// <summary>Where each datagram ends; empty for a stream.</summary>
    public ReadOnlySpan<int> PacketEnds => _packetEnds.AsSpan(0, _packets);

    public int Lines { get; private set; }

    /// <summary>The time stamp of the tick, in seconds since 1970.</summary>
    public long Stamp { get; private set; }

    /// <summary>How many bytes were taken.</summary>
    public int Offset { get; set; }

    /// <summary>What it costs in memory.</summary>
    public int Cost => _bytes.Length + (_packetEnds.Length * sizeof(int)) + 128;

    public ReadOnlySpan<byte> Rest => _bytes.AsSpan(Offset, _length - Offset);

    /// <summary>Copies a tick's lines into buffers that earlier ones left behind.</summary>
    public void Fill(ReadOnlySpan<byte> bytes, ReadOnlySpan<int> packetEnds, int lines, long stamp)
    {
        if (_bytes.Length < bytes.Length)
        {
            // Numbers become longer by and by: with some room to spare the buffer is not made anew for each digit.
            int length = bytes.Length + (bytes.Length / 16);
            _bytes = new byte[(length + Rounding - 1) / Rounding * Rounding];
        }

        if (_packetEnds.Length < packetEnds.Length)
        {
            _packetEnds = new int[packetEnds.Length];
        }

        bytes.CopyTo(_bytes);
        packetEnds.CopyTo(_packetEnds);
        _length = bytes.Length;
        _packets = packetEnds.Length;
        Lines = lines;
        Stamp = stamp;
        Offset = 0;
    }

    /// <summary>Goes past the rest of the line that was half taken: it is none of these lines any more.</summary>
    public void SkipLine()
    {
        Offset += Rest.IndexOf((byte)'\n') + 1;
        Lines--;
    }
}
