using System.Buffers.Text;
using System.Runtime.Intrinsics;

namespace Collector.Wire;

/// <summary>Writes Graphite's plaintext: <c>path value timestamp</c>.</summary>
internal sealed class GraphiteWriter(int maxPacket = 0) : WireWriter(maxPacket)
{
    /// <summary>
    /// A blank, the ten digits of a time that carbon takes, the end of the line: less than this, which is copied in
    /// one move whatever its length.
    /// </summary>
    private const int StampRoom = 16;

    private readonly byte[] _stamp = new byte[24];
    private Vector128<byte> _stampBytes;
    private int _stampLength;

    public override void Begin(long unixSeconds)
    {
        base.Begin(unixSeconds);
        _stamp[0] = (byte)' ';
        Utf8Formatter.TryFormat(unixSeconds, _stamp.AsSpan(1), out int digits);
        _stamp[digits + 1] = (byte)'\n';
        _stampLength = digits + 2;
        _stampBytes = Vector128.Create<byte>(_stamp.AsSpan(0, StampRoom));
    }

    /// <summary>A line with a whole number.</summary>
    public void Write(ReadOnlySpan<byte> name, ulong value)
    {
        Span<byte> line = Reserve(name.Length + WireNumber.MaxWhole + StampRoom);
        name.CopyTo(line);
        Finish(line, name.Length + WireNumber.Write(line[name.Length..], value));
    }

    /// <summary>A line with a number of at most <paramref name="decimals"/> digits after its point.</summary>
    public void Write(ReadOnlySpan<byte> name, double value, int decimals)
    {
        if (!double.IsFinite(value))
        {
            Omitted++;
            return;
        }

        Span<byte> line = Reserve(name.Length + WireNumber.MaxDecimal + StampRoom);
        name.CopyTo(line);
        Finish(line, name.Length + WireNumber.Write(line[name.Length..], value, decimals));
    }

    /// <summary>A line with a whole number as metric-collective writes it, with six zeros after its point.</summary>
    public void WriteFixed(ReadOnlySpan<byte> name, ulong value)
    {
        Span<byte> line = Reserve(name.Length + WireNumber.MaxWhole + WireNumber.FixedDecimals + 1 + StampRoom);
        name.CopyTo(line);
        int length = name.Length + WireNumber.Write(line[name.Length..], value);
        ".000000"u8.CopyTo(line[length..]);
        Finish(line, length + WireNumber.FixedDecimals + 1);
    }

    /// <summary>A line with a number as metric-collective writes it, with six digits after its point.</summary>
    public void WriteFixed(ReadOnlySpan<byte> name, double value)
    {
        if (!double.IsFinite(value))
        {
            Omitted++;
            return;
        }

        Span<byte> line = Reserve(name.Length + WireNumber.MaxDecimal + StampRoom);
        name.CopyTo(line);
        Finish(line, name.Length + WireNumber.WriteFixed(line[name.Length..], value));
    }

    private void Finish(Span<byte> line, int length)
    {
        _stampBytes.CopyTo(line[length..]);
        Commit(length + _stampLength);
    }
}
