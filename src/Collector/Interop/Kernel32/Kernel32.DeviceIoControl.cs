using System.Runtime.InteropServices;

namespace Collector.Interop;

internal static unsafe partial class Kernel32
{
    public const uint IOCTL_DISK_PERFORMANCE = 0x70020;

    /// <remarks>https://learn.microsoft.com/windows/win32/api/ioapiset/nf-ioapiset-deviceiocontrol</remarks>
    [LibraryImport("kernel32", SetLastError = true)]
    public static partial int DeviceIoControl(
        nint hDevice,
        uint dwIoControlCode,
        void* lpInBuffer,
        uint nInBufferSize,
        void* lpOutBuffer,
        uint nOutBufferSize,
        uint* lpBytesReturned,
        nint lpOverlapped);

    /// <remarks>https://learn.microsoft.com/windows/win32/api/winioctl/ns-winioctl-disk_performance</remarks>
    public struct DISK_PERFORMANCE
    {
        public long BytesRead;
        public long BytesWritten;
        public long ReadTime;
        public long WriteTime;
        public long IdleTime;
        public uint ReadCount;
        public uint WriteCount;
        public uint QueueDepth;
        public uint SplitCount;
        public long QueryTime;
        public uint StorageDeviceNumber;
        public fixed ushort StorageManagerName[8];
    }
}
