namespace Collector.Interop;

internal static unsafe partial class Kernel32
{
    /// <remarks>https://learn.microsoft.com/windows/win32/api/minwinbase/ns-minwinbase-overlapped</remarks>
    public struct OVERLAPPED
    {
        public nuint Internal;
        public nuint InternalHigh;
        public uint Offset;
        public uint OffsetHigh;
        public nint hEvent;

        /// <summary>A place in a file.</summary>
        public static OVERLAPPED At(long offset) => new() { Offset = (uint)offset, OffsetHigh = (uint)(offset >> 32) };
    }
}
