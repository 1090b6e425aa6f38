using System.Runtime.InteropServices;
using Collector.Interop;

namespace Collector.Sources.Windows.Performance;

/// <summary>One object: its counters' definitions, and a block of numbers for each of its instances.</summary>
internal readonly ref struct PerformanceObject
{
    private readonly Advapi32.PERF_OBJECT_TYPE _header;
    private readonly ReadOnlySpan<byte> _bytes;

    private PerformanceObject(scoped in Advapi32.PERF_OBJECT_TYPE header, ReadOnlySpan<byte> bytes, scoped in CounterTimes times)
    {
        _header = header;
        _bytes = bytes;
        Times = times;
    }

    public uint Title => _header.ObjectNameTitleIndex;

    /// <summary>Its bytes in all.</summary>
    public int Length => _bytes.Length;

    public CounterTimes Times { get; }

    public bool HasInstances => _header.NumInstances != Advapi32.PERF_NO_INSTANCES;

    /// <summary>The numbers of an object without instances.</summary>
    public ReadOnlySpan<byte> Block => CounterBlock(_bytes[(int)_header.DefinitionLength..]);

    /// <summary>The definitions of its counters.</summary>
    public CounterDefinitionReader Counters =>
        new(_bytes[(int)_header.HeaderLength..(int)_header.DefinitionLength], _header.NumCounters);

    /// <summary>Its instances, in the provider's order.</summary>
    public InstanceReader Instances =>
        new(_bytes[(int)_header.DefinitionLength..], _header.NumInstances, isWide: _header.CodePage == 0);

    public static bool TryParse(ReadOnlySpan<byte> bytes, scoped in Advapi32.PERF_DATA_BLOCK data, out PerformanceObject found)
    {
        found = default;
        if (!MemoryMarshal.TryRead(bytes, out Advapi32.PERF_OBJECT_TYPE header)
            || header.TotalByteLength > bytes.Length
            || header.DefinitionLength > header.TotalByteLength
            || header.HeaderLength > header.DefinitionLength
            || header.HeaderLength < Marshal.SizeOf<Advapi32.PERF_OBJECT_TYPE>())
        {
            return false;
        }

        found = new(header, bytes[..(int)header.TotalByteLength], new(data, header));
        return true;
    }

    /// <summary>The block at a place, as long as it says and as there is; empty if it says too much.</summary>
    public static ReadOnlySpan<byte> CounterBlock(ReadOnlySpan<byte> bytes) =>
        MemoryMarshal.TryRead(bytes, out uint length) && length <= bytes.Length ? bytes[..(int)length] : default;

    /// <summary>Finds the counter that bears one of these names. A base often bears the name of the counter before it.</summary>
    public bool TryFindCounter(scoped ReadOnlySpan<uint> titles, out CounterDefinition found)
    {
        found = default;
        bool isFound = false;
        CounterDefinitionReader counters = Counters;
        while (counters.Next())
        {
            if (titles.Contains(counters.Current.Title))
            {
                found = counters.Current;
                isFound = true;
                if (CounterType.Of(found.Type).Meaning != CounterMeaning.None)
                {
                    return true;
                }
            }
        }

        return isFound;
    }
}
