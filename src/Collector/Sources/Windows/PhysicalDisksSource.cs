using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Collector.Interop;

namespace Collector.Sources.Windows;

/// <summary>Asks each disk what it has read and written.</summary>
[SupportedOSPlatform("windows")]
internal sealed class PhysicalDisksSource : INativeSource<PhysicalDisks>
{
    private readonly PhysicalDiskList _list = new();
    private PhysicalDisks[] _rows = [];
    private PhysicalDisk[] _disks = [];
    private int[] _numbers = [];
    private int _count;

    public ReadOnlySpan<PhysicalDisks> Read(out Fault fault)
    {
        fault = _list.Refresh();
        if (_rows.Length < _list.Disks.Length)
        {
            _rows = new PhysicalDisks[_list.Disks.Length];
            _disks = new PhysicalDisk[_list.Disks.Length];
            _numbers = new int[_list.Disks.Length];
        }

        _count = 0;
        foreach (PhysicalDisk disk in _list.Disks)
        {
            if (disk.Read(out Kernel32.DISK_PERFORMANCE performance, out Fault failure))
            {
                Add(disk, in performance);
            }
            else if (fault.IsNone)
            {
                fault = failure;
            }
        }

        return _rows.AsSpan(0, _count);
    }

    public ReadOnlySpan<byte> Key(int row) => MemoryMarshal.AsBytes(new ReadOnlySpan<int>(in _numbers[row]));

    public string Name(int row) => _disks[row].Name;

    private void Add(PhysicalDisk disk, in Kernel32.DISK_PERFORMANCE performance)
    {
        _disks[_count] = disk;
        _numbers[_count] = disk.Number;
        _rows[_count++] = new()
        {
            ReadCount = performance.ReadCount,
            WriteCount = performance.WriteCount,
            BytesRead = (ulong)performance.BytesRead,
            BytesWritten = (ulong)performance.BytesWritten,
            ReadTime = (ulong)performance.ReadTime,
            WriteTime = (ulong)performance.WriteTime,
            QueueDepth = performance.QueueDepth,
            QueryTime = (ulong)performance.QueryTime,
            IdleTime = (ulong)performance.IdleTime,
        };
    }
}
