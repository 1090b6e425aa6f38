using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Collector.Interop;

namespace Collector.Sources.Windows;

/// <summary>A disk, opened without the right to read or write it, which everybody may.</summary>
/// <remarks>
/// It is opened anew for each read: a handle that stays open, whatever its rights, makes Windows refuse to let go of a
/// USB or iSCSI disk (PNP_VetoOutstandingOpen). All disks are treated alike: to open and
/// close one takes 0.2 ms under Wine, less than the question itself.
/// https://learn.microsoft.com/windows/win32/api/cfg/ne-cfg-pnp_veto_type
/// </remarks>
[SupportedOSPlatform("windows")]
internal sealed unsafe class PhysicalDisk
{
    private const nint InvalidHandle = -1;

    private readonly string _path;
    private readonly string _openSubject;
    private readonly string _readSubject;

    public PhysicalDisk(int number)
    {
        Number = number;
        Name = $"PhysicalDrive{number}";
        _readSubject = $"IOCTL_DISK_PERFORMANCE on {Name}";
        _path = $@"\\.\{Name}";
        _openSubject = $"CreateFile({Name})";
    }

    public int Number { get; }

    public string Name { get; }

    /// <summary>Whether the last search saw the disk.</summary>
    public bool IsPresent { get; set; }

    /// <returns>False, with or without a fault, if the disk has no numbers to give.</returns>
    public bool Read(out Kernel32.DISK_PERFORMANCE performance, out Fault fault)
    {
        performance = default;
        nint handle = Kernel32.CreateFileW(
            _path, 0, Kernel32.FILE_SHARE_READ | Kernel32.FILE_SHARE_WRITE, 0, Kernel32.OPEN_EXISTING, 0, 0);
        if (handle == InvalidHandle)
        {
            fault = FaultOf(_openSubject, Marshal.GetLastPInvokeError());
            return false;
        }

        uint returned;
        bool isRead;
        fixed (Kernel32.DISK_PERFORMANCE* result = &performance)
        {
            uint size = (uint)sizeof(Kernel32.DISK_PERFORMANCE);
            isRead = Kernel32.DeviceIoControl(
                handle, Kernel32.IOCTL_DISK_PERFORMANCE, null, 0, result, size, &returned, 0) != 0;
        }

        fault = isRead ? Fault.None : FaultOf(_readSubject, Marshal.GetLastPInvokeError());
        _ = Kernel32.CloseHandle(handle);
        return isRead;
    }

    /// <remarks>https://learn.microsoft.com/windows/win32/debug/system-error-codes</remarks>
    private static Fault FaultOf(string subject, int error) => error switch
    {
        // ERROR_INVALID_FUNCTION: the counters are off, as on Windows Server until told otherwise
        1 => new(FaultKind.CountersDisabled, subject, error),

        // ERROR_FILE_NOT_FOUND, ERROR_NOT_READY, ERROR_DEV_NOT_EXIST, ERROR_NO_SUCH_DEVICE and
        // ERROR_DEVICE_NOT_CONNECTED: the disk is gone, and the next search will find that out too.
        2 or 21 or 55 or 433 or 1167 => Fault.None,

        _ => new(FaultKind.CallFailed, subject, error),
    };
}
