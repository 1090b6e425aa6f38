using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Libc
{
    /// <remarks>https://man7.org/linux/man-pages/man2/uname.2.html</remarks>
    [LibraryImport("libc", SetLastError = true)]
    public static partial int uname(UTSNAME* buf);

    /// <summary><c>struct utsname</c> of Linux; not named like the function, since C# has one name space for both.</summary>
    public struct UTSNAME
    {
        public fixed byte sysname[65];
        public fixed byte nodename[65];
        public fixed byte release[65];
        public fixed byte version[65];
        public fixed byte machine[65];
        public fixed byte domainname[65];
    }
}
