using System.Buffers.Text;

namespace Collector.Wire;

/// <summary>Writes Graphite's plaintext: <c>path value timestamp</c>.</summary>
internal sealed class GraphiteWriter(int maxPacket = 0) : WireWriter(maxPacket)
{
    /// <summary>A blank, the ten digits of a time that carbon takes, the end of the line.</summary>
    protected override void Stamp(long unixSeconds)
    {
        Span<byte> end = stackalloc byte[24];
        end[0] = (byte)' ';
        Utf8Formatter.TryFormat(unixSeconds, end[1..], out int digits);
        end[digits + 1] = (byte)'\n';
        SetEnd(end[..(digits + 2)]);
    }
}
