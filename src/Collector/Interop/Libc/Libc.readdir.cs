using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Libc
{
    /// <remarks>https://man7.org/linux/man-pages/man3/readdir.3.html</remarks>
    [LibraryImport("libc")]
    public static partial DIRENT* readdir(nint dirp);

    /// <summary><c>struct dirent</c> of 64-bit Linux; <c>d_name</c> goes on to its NUL.</summary>
    public struct DIRENT
    {
        public ulong d_ino;
        public long d_off;
        public ushort d_reclen;
        public byte d_type;
        public fixed byte d_name[256];
    }
}
