using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Libc
{
    /// <remarks>https://man7.org/linux/man-pages/man2/statfs.2.html</remarks>
    [LibraryImport("libc", SetLastError = true)]
    public static partial int statfs(byte* path, STATFS* buf);

    /// <summary><c>struct statfs</c> of 64-bit Linux; not named like the function, since C# has one name space for both.</summary>
    public struct STATFS
    {
        public long f_type;
        public long f_bsize;
        public ulong f_blocks;
        public ulong f_bfree;
        public ulong f_bavail;
        public ulong f_files;
        public ulong f_ffree;
        public long f_fsid;
        public long f_namelen;
        public long f_frsize;
        public long f_flags;
        public fixed long f_spare[4];
    }
}
