using System.Text;
using Collector.Interop;

namespace Collector.Receiving;

/// <summary>A socket address in a buffer that is used again; it becomes text only when somebody is to read it.</summary>
internal sealed unsafe class PeerAddress
{
    /// <summary>The size of sockaddr_storage.</summary>
    public const int MaxBytes = 128;

    private const int PortOffset = 2;
    private const int MaxHost = 128;
    private const int MaxPort = 16;

    /// <summary>How an address of IPv4 looks to a socket that takes both.</summary>
    private const string Mapped = "::ffff:";

    public byte[] Bytes { get; } = GC.AllocateArray<byte>(MaxBytes, pinned: true);

    public int Length { get; set; }

    /// <summary>Families differ in all but the place of the port, which is in network order.</summary>
    public int Port
    {
        get => (Bytes[PortOffset] << 8) | Bytes[PortOffset + 1];
        set => (Bytes[PortOffset], Bytes[PortOffset + 1]) = ((byte)(value >> 8), (byte)value);
    }

    public static PeerAddress Of(ReadOnlySpan<byte> socketAddress)
    {
        PeerAddress address = new() { Length = socketAddress.Length };
        socketAddress.CopyTo(address.Bytes);
        return address;
    }

    /// <summary>For example <c>127.0.0.1:41234</c>, or <c>[::1]:41234</c>.</summary>
    public override string ToString()
    {
        byte* host = stackalloc byte[MaxHost];
        byte* port = stackalloc byte[MaxPort];
        fixed (byte* address = Bytes)
        {
            int error = OperatingSystem.IsWindows()
                ? Ws2_32.getnameinfo(
                    address, Length, host, MaxHost, port, MaxPort, Ws2_32.NI_NUMERICHOST | Ws2_32.NI_NUMERICSERV)
                : Libc.getnameinfo(
                    address, (uint)Length, host, MaxHost, port, MaxPort, Libc.NI_NUMERICHOST | Libc.NI_NUMERICSERV);
            if (error != 0)
            {
                return "an unknown peer";
            }
        }

        string text = TextAt(host);
        bool isMapped = text.StartsWith(Mapped, StringComparison.Ordinal) && text.Contains('.', StringComparison.Ordinal);
        text = isMapped ? text[Mapped.Length..] : text;
        return text.Contains(':', StringComparison.Ordinal) ? $"[{text}]:{TextAt(port)}" : $"{text}:{TextAt(port)}";
    }

    private static string TextAt(byte* text) =>
        Encoding.ASCII.GetString(System.Runtime.InteropServices.MemoryMarshal.CreateReadOnlySpanFromNullTerminated(text));
}
