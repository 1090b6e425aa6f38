using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Collector.Interop;

namespace Collector.Sources.Windows;

/// <summary>The disks that Windows has names for, in the order of their numbers.</summary>
[SupportedOSPlatform("windows")]
internal sealed unsafe class PhysicalDiskList
{
    /// <summary>Reads between two searches.</summary>
    private const int SearchEvery = 60;

    private const int MostDisks = 1024;
    private const int InsufficientBuffer = 122;
    private const uint LargestBuffer = 1 << 22;

    private readonly List<PhysicalDisk> _disks = [];
    private uint _bufferLength = 1 << 14;
    private int _age;
    private Fault _fault;

    public ReadOnlySpan<PhysicalDisk> Disks => CollectionsMarshal.AsSpan(_disks);

    /// <summary>Searches for disks that came or went, now and then.</summary>
    public Fault Refresh()
    {
        if (_age == 0)
        {
            _fault = Search();
        }

        _age = (_age + 1) % SearchEvery;
        return _fault;
    }

    /// <summary>
    /// Takes the disks from the list of all device names: it shows gaps between numbers, and no number needs trying.
    /// </summary>
    private Fault Search()
    {
        while (true)
        {
            char* names = (char*)NativeMemory.Alloc(_bufferLength, sizeof(char));
            try
            {
                uint length = Kernel32.QueryDosDeviceW(null, names, _bufferLength);
                if (length > 0)
                {
                    Take(new(names, (int)length));
                    return Fault.None;
                }
            }
            finally
            {
                NativeMemory.Free(names);
            }

            int error = Marshal.GetLastPInvokeError();
            if (error != InsufficientBuffer || _bufferLength >= LargestBuffer)
            {
                return new(FaultKind.CallFailed, "QueryDosDevice", error);
            }

            _bufferLength *= 2;
        }
    }

    private void Take(ReadOnlySpan<char> names)
    {
        foreach (PhysicalDisk disk in _disks)
        {
            disk.IsPresent = false;
        }

        for (int end = names.IndexOf('\0'); end > 0; end = names.IndexOf('\0'))
        {
            if (TryParseNumber(names[..end], out int number))
            {
                DiskOf(number).IsPresent = true;
            }

            names = names[(end + 1)..];
        }

        _disks.RemoveAll(static disk => !disk.IsPresent);
    }

    private PhysicalDisk DiskOf(int number)
    {
        int index = 0;
        while (index < _disks.Count && _disks[index].Number < number)
        {
            index++;
        }

        if (index == _disks.Count || _disks[index].Number != number)
        {
            _disks.Insert(index, new(number));
        }

        return _disks[index];
    }

    private static bool TryParseNumber(ReadOnlySpan<char> name, out int number)
    {
        const string Prefix = "PhysicalDrive";
        number = 0;
        return name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
            && int.TryParse(name[Prefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out number)
            && number < MostDisks;
    }
}
