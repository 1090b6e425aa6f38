using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Collector.Interop;
using Microsoft.Win32.SafeHandles;

namespace Collector.Sources.Windows;

/// <summary>A disk, held open without the right to read or write it, which everybody may.</summary>
[SupportedOSPlatform("windows")]
internal sealed unsafe class PhysicalDisk
{
    private const int FileNotFound = 2;

    private SafeFileHandle? _handle;
    private Fault _openFault;

    public PhysicalDisk(int number)
    {
        Number = number;
        Name = $"PhysicalDrive{number}";
        Subject = $"IOCTL_DISK_PERFORMANCE on {Name}";
    }

    public int Number { get; }

    public string Name { get; }

    /// <summary>What a fault names.</summary>
    public string Subject { get; }

    /// <summary>Whether the last search saw the disk.</summary>
    public bool IsPresent { get; set; }

    /// <summary>Opens the disk unless it is open. What went wrong is told by each <see cref="Read"/> from then on.</summary>
    public void Open()
    {
        if (_handle is not null)
        {
            return;
        }

        SafeFileHandle handle = Kernel32.CreateFileW(
            $@"\\.\{Name}", 0, Kernel32.FILE_SHARE_READ | Kernel32.FILE_SHARE_WRITE, 0, Kernel32.OPEN_EXISTING, 0, 0);
        int error = Marshal.GetLastPInvokeError();
        if (!handle.IsInvalid)
        {
            _handle = handle;
            _openFault = Fault.None;
            return;
        }

        handle.Dispose();
        _openFault = error == FileNotFound ? Fault.None : new(FaultKind.CallFailed, $"CreateFile({Name})", error);
    }

    public void Close()
    {
        _handle?.Dispose();
        _handle = null;
    }

    /// <returns>False, with or without a fault, if the disk has no numbers to give.</returns>
    public bool Read(out Kernel32.DISK_PERFORMANCE performance, out Fault fault)
    {
        performance = default;
        if (_handle is null)
        {
            fault = _openFault;
            return false;
        }

        uint returned;
        fixed (Kernel32.DISK_PERFORMANCE* result = &performance)
        {
            uint size = (uint)sizeof(Kernel32.DISK_PERFORMANCE);
            if (Kernel32.DeviceIoControl(
                _handle, Kernel32.IOCTL_DISK_PERFORMANCE, null, 0, result, size, &returned, 0) != 0)
            {
                fault = Fault.None;
                return true;
            }
        }

        fault = FaultOf(Marshal.GetLastPInvokeError());
        return false;
    }

    /// <remarks>https://learn.microsoft.com/windows/win32/debug/system-error-codes</remarks>
    private Fault FaultOf(int error)
    {
        switch (error)
        {
            case 1:     // ERROR_INVALID_FUNCTION: the counters are off, as on Windows Server until told otherwise
                return new(FaultKind.CountersDisabled, Subject, error);

            case 2:     // ERROR_FILE_NOT_FOUND
            case 21:    // ERROR_NOT_READY
            case 55:    // ERROR_DEV_NOT_EXIST
            case 433:   // ERROR_NO_SUCH_DEVICE
            case 1167:  // ERROR_DEVICE_NOT_CONNECTED
                // The disk is gone. The next search finds out whether another has taken its number.
                Close();
                _openFault = Fault.None;
                return Fault.None;

            default:
                return new(FaultKind.CallFailed, Subject, error);
        }
    }
}
