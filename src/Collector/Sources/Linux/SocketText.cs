using System.Buffers.Text;

namespace Collector.Sources.Linux;

/// <summary>Understands /proc/net/tcp, tcp6, udp and udp6.</summary>
/// <remarks>https://docs.kernel.org/networking/proc_net_tcp.html</remarks>
internal static class SocketText
{
    /// <summary>Adds each line's socket to a table.</summary>
    public static void Read(ReadOnlySpan<byte> text, SocketTable table)
    {
        LineReader lines = new(text);
        while (lines.Next())
        {
            if (TryParse(lines.Current, out int port, out int state))
            {
                table.Add(state, port);
            }
        }
    }

    /// <summary>Whether a UDP socket takes datagrams of anybody on a port: those with a peer of their own are in another state.</summary>
    public static bool HasUdpPort(ReadOnlySpan<byte> text, int wanted)
    {
        LineReader lines = new(text);
        while (lines.Next())
        {
            if (TryParse(lines.Current, out int port, out int state) && port == wanted && state == (int)TcpState.Close)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads a line such as <c>0: 0100007F:0016 00000000:0000 0A …</c>; the first line of all has words instead.</summary>
    internal static bool TryParse(ReadOnlySpan<byte> line, out int port, out int state)
    {
        port = 0;
        state = 0;
        FieldReader fields = new(line);
        return fields.TryNext(out _)
            && fields.TryNext(out ReadOnlySpan<byte> local)
            && fields.TryNext(out _)
            && fields.TryNext(out ReadOnlySpan<byte> hexState)
            && Utf8Parser.TryParse(local[(local.LastIndexOf((byte)':') + 1)..], out port, out _, 'x')
            && Utf8Parser.TryParse(hexState, out state, out _, 'x')
            && port is >= 0 and <= ushort.MaxValue && state >= 0;
    }
}
