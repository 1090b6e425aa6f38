using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Libc
{
    public const int O_WRONLY = 1;
    public const int O_RDWR = 2;
    public const int O_CREAT = 0x40;
    public const int O_EXCL = 0x80;
    public const int O_NOCTTY = 0x100;
    public const int O_APPEND = 0x400;
    public const int O_NONBLOCK = 0x800;
    public const int O_CLOEXEC = 0x80000;

    /// <summary>One of the few flags that are not the same everywhere.</summary>
    public static int O_NOFOLLOW => RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? 0x8000 : 0x20000;

    /// <remarks>https://man7.org/linux/man-pages/man2/open.2.html</remarks>
    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int open(string pathname, int flags, uint mode);

    /// <inheritdoc cref="open(string, int, uint)"/>
    [LibraryImport("libc", SetLastError = true)]
    public static partial int open(byte* pathname, int flags, uint mode);
}
