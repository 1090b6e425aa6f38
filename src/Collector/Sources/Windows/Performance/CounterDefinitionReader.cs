using System.Runtime.InteropServices;
using Collector.Interop;

namespace Collector.Sources.Windows.Performance;

/// <summary>Steps through the definitions of an object's counters.</summary>
internal ref struct CounterDefinitionReader(ReadOnlySpan<byte> bytes, uint count)
{
    private ReadOnlySpan<byte> _rest = bytes;
    private uint _left = count;

    public CounterDefinition Current { get; private set; }

    /// <returns>False after the last one, and at the first that cannot be one.</returns>
    public bool Next()
    {
        if (_left == 0 || !TryTake(ref _rest, out Advapi32.PERF_COUNTER_DEFINITION definition))
        {
            return false;
        }

        _left--;
        ReadOnlySpan<byte> ahead = _rest;
        Current = _left > 0 && TryTake(ref ahead, out Advapi32.PERF_COUNTER_DEFINITION behind)
            ? new(definition.CounterNameTitleIndex, definition.CounterType, OffsetOf(definition), behind.CounterType, OffsetOf(behind))
            : new(definition.CounterNameTitleIndex, definition.CounterType, OffsetOf(definition));
        return true;
    }

    private static int OffsetOf(in Advapi32.PERF_COUNTER_DEFINITION definition) =>
        definition.CounterOffset <= int.MaxValue ? (int)definition.CounterOffset : -1;

    private static bool TryTake(ref ReadOnlySpan<byte> rest, out Advapi32.PERF_COUNTER_DEFINITION definition)
    {
        if (!MemoryMarshal.TryRead(rest, out definition)
            || definition.ByteLength < Marshal.SizeOf<Advapi32.PERF_COUNTER_DEFINITION>()
            || definition.ByteLength > rest.Length)
        {
            return false;
        }

        rest = rest[(int)definition.ByteLength..];
        return true;
    }
}
