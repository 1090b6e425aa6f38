namespace Collector.Sources.Windows.Performance;

/// <summary>Where a counter stands in each block of its object.</summary>
/// <param name="Title">The number of its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Offset">Its place in a block.</param>
/// <param name="BaseType">The type of the counter behind it, which may be its base.</param>
/// <param name="BaseOffset">The place of that one; -1 if there is none.</param>
internal readonly record struct CounterDefinition(uint Title, uint Type, int Offset, uint BaseType = 0, int BaseOffset = -1)
{
    /// <summary>Reads the counter's numbers.</summary>
    /// <returns>False if the block is too short for them.</returns>
    public bool TryRead(ReadOnlySpan<byte> block, in CounterTimes times, out RawCounter raw)
    {
        CounterType type = CounterType.Of(Type);
        ulong second = times.Now(type.Clock), multi = 1, behind = 0;
        raw = default;
        if (!TryRead(block, Offset, Type, out ulong value) || (type.HasBase && !TryRead(block, BaseOffset, BaseType, out behind)))
        {
            return false;
        }

        if (type.IsMulti)
        {
            multi = behind;
        }
        else if (type.HasBase)
        {
            second = behind;
        }

        raw = new(Type, value, second, multi, times.Frequency(type.Clock));
        return true;
    }

    private static bool TryRead(ReadOnlySpan<byte> block, int offset, uint type, out ulong value)
    {
        bool isLarge = CounterType.IsLarge(type);
        value = 0;
        if (offset < 0 || offset > block.Length - (isLarge ? sizeof(ulong) : sizeof(uint)))
        {
            return false;
        }

        value = isLarge ? BitConverter.ToUInt64(block[offset..]) : BitConverter.ToUInt32(block[offset..]);
        return true;
    }
}
