using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Libc
{
    public const int STA_UNSYNC = 0x40;
    public const int STA_NANO = 0x2000;
    public const int TIME_ERROR = 5;

    /// <remarks>https://man7.org/linux/man-pages/man2/adjtimex.2.html</remarks>
    [LibraryImport("libc", SetLastError = true)]
    public static partial int adjtimex(TIMEX* buf);

    /// <summary><c>struct timex</c> of 64-bit Linux, in the kernel's layout.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 208)]
    public struct TIMEX
    {
        public uint modes;
        public long offset;
        public long freq;
        public long maxerror;
        public long esterror;
        public int status;
        public long constant;
    }
}
