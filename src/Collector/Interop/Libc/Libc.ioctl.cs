using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Libc
{
    /// <summary>How many bytes of a TCP socket the peer has not acknowledged, the end of the stream counted as one.</summary>
    public const nuint SIOCOUTQ = 0x5411;

    /// <remarks>https://man7.org/linux/man-pages/man2/ioctl.2.html</remarks>
    [LibraryImport("libc", SetLastError = true)]
    public static partial int ioctl(int fd, nuint op, int* argp);
}
