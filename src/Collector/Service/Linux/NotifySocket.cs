using System.Text;
using Collector.Interop;

namespace Collector.Service.Linux;

/// <summary>The socket on which systemd listens to the services that it started.</summary>
internal sealed unsafe class NotifySocket : IDisposable
{
    private const int AF_UNIX = 1;

    /// <summary>What sockaddr_un has room for.</summary>
    private const int LongestPath = 108;

    private readonly byte[] _address;
    private int _descriptor;

    private NotifySocket(int descriptor, byte[] address)
    {
        _descriptor = descriptor;
        _address = address;
    }

    /// <param name="path">A path, or a name with <c>@</c> before it, which is in no file system.</param>
    /// <returns>Null if that is no address, or there are no sockets to be had.</returns>
    public static NotifySocket? Open(string path)
    {
        byte[] name = Encoding.UTF8.GetBytes(path);
        if (name.Length is < 2 or > LongestPath || name[0] is not ((byte)'/' or (byte)'@'))
        {
            return null;
        }

        // An abstract name begins with a zero, and is as long as the address says.
        name[0] = name[0] == (byte)'@' ? (byte)0 : name[0];
        int descriptor = Libc.socket(AF_UNIX, Libc.SOCK_DGRAM | Libc.SOCK_CLOEXEC | Libc.SOCK_NONBLOCK, 0);
        return descriptor < 0 ? null : new(descriptor, [AF_UNIX, 0, .. name]);
    }

    /// <summary>Sends assignments. A systemd that does not listen is no reason to do anything else.</summary>
    public void Send(ReadOnlySpan<byte> message)
    {
        fixed (byte* text = message)
        fixed (byte* address = _address)
        {
            _ = Libc.sendto(_descriptor, text, (nuint)message.Length, Libc.MSG_NOSIGNAL, address, (uint)_address.Length);
        }
    }

    public void Dispose() => _ = Libc.close(Interlocked.Exchange(ref _descriptor, -1));
}
