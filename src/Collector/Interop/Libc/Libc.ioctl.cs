using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Libc
{
    /// <summary>How many bytes of a TCP socket the peer has not acknowledged, the end of the stream counted as one.</summary>
    public const nuint SIOCOUTQ = 0x5411;

    /// <summary>How large a terminal is.</summary>
    public const nuint TIOCGWINSZ = 0x5413;

    /// <remarks>https://man7.org/linux/man-pages/man2/ioctl.2.html</remarks>
    [LibraryImport("libc", SetLastError = true)]
    public static partial int ioctl(int fd, nuint op, void* argp);

    /// <summary><c>struct winsize</c>: https://man7.org/linux/man-pages/man2/TIOCGWINSZ.2const.html</summary>
    public struct WINSIZE
    {
        public ushort ws_row;
        public ushort ws_col;
        public ushort ws_xpixel;
        public ushort ws_ypixel;
    }
}
