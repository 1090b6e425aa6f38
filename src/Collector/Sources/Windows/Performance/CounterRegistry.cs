using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Collector.Interop;

namespace Collector.Sources.Windows.Performance;

/// <summary>Reads HKEY_PERFORMANCE_DATA.</summary>
/// <remarks>https://learn.microsoft.com/windows/win32/perfctrs/using-the-registry-functions-to-consume-counter-data</remarks>
[SupportedOSPlatform("windows")]
internal sealed unsafe class CounterRegistry : ICounterRegistry
{
    private const string Names = "Counter 009";
    private const string NamesKey = @"SOFTWARE\Microsoft\Windows NT\CurrentVersion\Perflib\009";
    private const string NamesValue = "Counter";

    /// <summary>All threads of a large host are some megabytes; a provider that always wants more must find an end.</summary>
    private const int MaxBytes = 64 << 20;

    private const int FirstBytes = 64 << 10;

    private byte[] _data = [];
    private int _length;

    public ReadOnlySpan<byte> Data => _data.AsSpan(0, _length);

    public int Query(string titles)
    {
        if (_data.Length == 0)
        {
            _data = new byte[FirstBytes];
        }

        if (PdhQuery.IsWine)
        {
            Array.Clear(_data);
        }

        int error = Query(titles, ref _data, out _length, out _);
        if (PdhQuery.IsWine)
        {
            CloseGap(_data, _length);
        }

        return error;
    }

    /// <summary>Wine 8 leaves the room of a header free behind the header, and does not count it.</summary>
    private static void CloseGap(byte[] data, int length)
    {
        int gap = sizeof(Advapi32.PERF_DATA_BLOCK);
        if (length < gap || length + gap > data.Length)
        {
            return;
        }

        int header = (int)MemoryMarshal.Read<Advapi32.PERF_DATA_BLOCK>(data).HeaderLength;
        if (header >= gap && header < length && data.AsSpan(header, sizeof(uint)).IndexOfAnyExcept((byte)0) < 0)
        {
            data.AsSpan(header + gap, length - header).CopyTo(data.AsSpan(header));
        }
    }

    public CounterNameTable ReadNames()
    {
        byte[] buffer = new byte[1 << 20];
        int error = Query(Names, ref buffer, out int length, out uint type);

        // Wine takes any name for a query of counters, and answers that it has none.
        return error == Advapi32.ERROR_SUCCESS && type == Advapi32.REG_MULTI_SZ && length > 0
            ? new(buffer.AsMemory(0, length))
            : ReadNamesKey();
    }

    /// <remarks>While the system gathers data it does not say how large the answer will be, only that it is larger.</remarks>
    private static int Query(string value, ref byte[] buffer, out int length, out uint type)
    {
        while (true)
        {
            int error;
            uint size = (uint)buffer.Length;
            fixed (char* name = value)
            fixed (byte* data = buffer)
            fixed (uint* kind = &type)
            {
                error = Advapi32.RegQueryValueExW(Advapi32.HKEY_PERFORMANCE_DATA, name, null, kind, data, &size);
            }

            if (error != Advapi32.ERROR_MORE_DATA || buffer.Length >= MaxBytes)
            {
                length = error == Advapi32.ERROR_SUCCESS ? (int)Math.Min(size, (uint)buffer.Length) : 0;
                return error;
            }

            buffer = new byte[buffer.Length * 2];
        }
    }

    /// <summary>Where the names are kept if the way through the counters is closed.</summary>
    private static CounterNameTable ReadNamesKey()
    {
        fixed (char* key = NamesKey)
        fixed (char* value = NamesValue)
        {
            uint size = 0;
            int error = Advapi32.RegGetValueW(
                Advapi32.HKEY_LOCAL_MACHINE, key, value, Advapi32.RRF_RT_REG_MULTI_SZ, null, null, &size);
            if (error != Advapi32.ERROR_SUCCESS || size > MaxBytes)
            {
                return CounterNameTable.Empty;
            }

            byte[] names = new byte[size];
            fixed (byte* data = names)
            {
                error = Advapi32.RegGetValueW(
                    Advapi32.HKEY_LOCAL_MACHINE, key, value, Advapi32.RRF_RT_REG_MULTI_SZ, null, data, &size);
            }

            return error == Advapi32.ERROR_SUCCESS ? new(names.AsMemory(0, (int)Math.Min(size, (uint)names.Length))) : CounterNameTable.Empty;
        }
    }
}
