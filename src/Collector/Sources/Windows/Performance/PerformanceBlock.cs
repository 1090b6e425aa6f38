using System.Runtime.InteropServices;
using Collector.Interop;

namespace Collector.Sources.Windows.Performance;

/// <summary>What HKEY_PERFORMANCE_DATA answers: objects, one behind the other. Providers write it, so nothing in it is believed.</summary>
internal readonly ref struct PerformanceBlock
{
    private readonly Advapi32.PERF_DATA_BLOCK _header;
    private readonly ReadOnlySpan<byte> _objects;

    private PerformanceBlock(scoped in Advapi32.PERF_DATA_BLOCK header, ReadOnlySpan<byte> objects)
    {
        _header = header;
        _objects = objects;
    }

    /// <returns>False if the header is not one, or says more than there is.</returns>
    public static bool TryParse(ReadOnlySpan<byte> data, out PerformanceBlock block)
    {
        block = default;
        if (!MemoryMarshal.TryRead(data, out Advapi32.PERF_DATA_BLOCK header)
            || !MemoryMarshal.Cast<byte, char>(data)[..4].SequenceEqual("PERF")
            || header.TotalByteLength > data.Length
            || header.HeaderLength > header.TotalByteLength)
        {
            return false;
        }

        block = new(header, data[(int)header.HeaderLength..(int)header.TotalByteLength]);
        return true;
    }

    /// <summary>Finds the first object that bears one of these names.</summary>
    public bool TryFind(scoped ReadOnlySpan<uint> titles, out PerformanceObject found)
    {
        ReadOnlySpan<byte> rest = _objects;
        for (uint index = 0; index < _header.NumObjectTypes && PerformanceObject.TryParse(rest, in _header, out found); index++)
        {
            if (titles.Contains(found.Title))
            {
                return true;
            }

            rest = rest[found.Length..];
        }

        found = default;
        return false;
    }
}
