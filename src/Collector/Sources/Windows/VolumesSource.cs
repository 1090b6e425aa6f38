using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Collector.Interop;
using Collector.Metrics;

namespace Collector.Sources.Windows;

/// <summary>Asks each volume that is wanted for its size and free space.</summary>
[SupportedOSPlatform("windows")]
internal sealed unsafe class VolumesSource(SourceContext context) : INativeSource<Volumes>
{
    private readonly VolumeList _list = new(context.FilterOf(DiskUsageGroup.Definition));
    private Volumes[] _rows = [];
    private Volume[] _volumes = [];
    private int _count;

    public ReadOnlySpan<Volumes> Read(out Fault fault)
    {
        // A disk that has just gone would otherwise bring up a window that nobody may be there to close.
        uint mode;
        _ = Kernel32.SetThreadErrorMode(Kernel32.SEM_FAILCRITICALERRORS, &mode);
        fault = _list.Refresh();
        if (_rows.Length < _list.Volumes.Length)
        {
            _rows = new Volumes[_list.Volumes.Length];
            _volumes = new Volume[_list.Volumes.Length];
        }

        _count = 0;
        foreach (Volume volume in _list.Volumes)
        {
            Fault failure = Ask(volume);
            if (fault.IsNone)
            {
                fault = failure;
            }
        }

        _ = Kernel32.SetThreadErrorMode(mode, null);
        return _rows.AsSpan(0, _count);
    }

    public ReadOnlySpan<byte> Key(int row) => _volumes[row].Key;

    public string Name(int row) => _volumes[row].Name;

    private Fault Ask(Volume volume)
    {
        ulong available;
        ulong total;
        ulong free;
        fixed (char* path = volume)
        {
            if (Kernel32.GetDiskFreeSpaceExW(path, &available, &total, &free) == 0)
            {
                int error = Marshal.GetLastPInvokeError();
                return HasNothingToMeasure(error) ? Fault.None : new(FaultKind.CallFailed, volume.Subject, error);
            }
        }

        _volumes[_count] = volume;
        _rows[_count++] = new() { TotalBytes = total, FreeBytes = free };
        return Fault.None;
    }

    /// <summary>Whether an error says that there is no such disk (any more), no medium in it, or no file system on it.</summary>
    /// <remarks>https://learn.microsoft.com/windows/win32/debug/system-error-codes</remarks>
    private static bool HasNothingToMeasure(int error) => error switch
    {
        2 or 3 => true,         // ERROR_FILE_NOT_FOUND, ERROR_PATH_NOT_FOUND
        21 => true,             // ERROR_NOT_READY
        55 or 433 => true,      // ERROR_DEV_NOT_EXIST, ERROR_NO_SUCH_DEVICE
        1005 => true,           // ERROR_UNRECOGNIZED_VOLUME
        1112 or 1167 => true,   // ERROR_NO_MEDIA_IN_DRIVE, ERROR_DEVICE_NOT_CONNECTED
        _ => false,
    };
}
