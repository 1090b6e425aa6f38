using System.Runtime.InteropServices;
using Collector.Interop;

namespace Collector.Sources.Windows.Performance;

/// <summary>Steps through the instances of an object.</summary>
/// <param name="bytes">From the first instance on.</param>
/// <param name="count">How many there are, as the object says.</param>
/// <param name="isWide">Whether names are UTF-16; otherwise a byte is a character.</param>
internal ref struct InstanceReader(ReadOnlySpan<byte> bytes, int count, bool isWide)
{
    private ReadOnlySpan<byte> _rest = bytes;
    private Advapi32.PERF_INSTANCE_DEFINITION _header;
    private int _left = count;

    public readonly bool IsWide => isWide;

    /// <summary>The bytes of the current one's name; empty if it has a number instead.</summary>
    public ReadOnlySpan<byte> Name { get; private set; }

    /// <summary>The current one's numbers; empty if they cannot be there.</summary>
    public ReadOnlySpan<byte> Block { get; private set; }

    /// <summary>The number that stands for a name, or -1.</summary>
    public readonly int UniqueId => _header.UniqueID;

    /// <summary>The object of which the current one's parent is an instance; 0 if it has no parent.</summary>
    public readonly uint ParentTitle => _header.ParentObjectTitleIndex;

    /// <summary>Which instance of that object the parent is, from 0.</summary>
    public readonly uint ParentIndex => _header.ParentObjectInstance;

    /// <summary>Whether the last ones could not be found: an instance says where the next one is.</summary>
    public bool IsTorn { get; private set; }

    public bool Next()
    {
        if (_left <= 0)
        {
            return false;
        }

        _left--;
        if (!MemoryMarshal.TryRead(_rest, out _header)
            || _header.ByteLength < Marshal.SizeOf<Advapi32.PERF_INSTANCE_DEFINITION>()
            || _header.ByteLength > _rest.Length
            || !MemoryMarshal.TryRead(_rest[(int)_header.ByteLength..], out uint length)
            || length < sizeof(uint)
            || length > _rest.Length - _header.ByteLength)
        {
            IsTorn = true;
            return false;
        }

        Name = NameIn(_rest[..(int)_header.ByteLength]);
        Block = _rest.Slice((int)_header.ByteLength, (int)length);
        _rest = _rest[(int)(_header.ByteLength + length)..];
        return true;
    }

    private readonly ReadOnlySpan<byte> NameIn(ReadOnlySpan<byte> definition)
    {
        if (_header.NameOffset > definition.Length || _header.NameLength > definition.Length - _header.NameOffset)
        {
            return default;
        }

        ReadOnlySpan<byte> name = definition.Slice((int)_header.NameOffset, (int)_header.NameLength);
        if (!isWide)
        {
            int end = name.IndexOf((byte)0);
            return end < 0 ? name : name[..end];
        }

        int characters = MemoryMarshal.Cast<byte, char>(name).IndexOf('\0');
        return name[..(characters < 0 ? name.Length & ~1 : characters * sizeof(char))];
    }
}
