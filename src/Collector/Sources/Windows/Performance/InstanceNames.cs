using System.Globalization;
using System.Runtime.InteropServices;

namespace Collector.Sources.Windows.Performance;

/// <summary>Spells the names of instances as PDH does: <c>parent/name</c>, and <c>name#1</c> for the second of a name.</summary>
internal sealed class InstanceNames
{
    private const ulong HashStart = 14695981039346656037;
    private const ulong HashFactor = 1099511628211;

    private readonly Dictionary<ulong, int> _seen = [];
    private char[] _buffer = new char[256];
    private int _length;
    private int _parentLength;
    private uint _parentTitle;
    private uint _parentIndex;

    /// <summary>Starts with the first instance of an object.</summary>
    public void Begin()
    {
        _seen.Clear();
        _parentTitle = 0;
        _parentLength = 0;
    }

    /// <summary>The name of the next instance; empty if it has none. Valid until the next call.</summary>
    public ReadOnlySpan<char> Next(in PerformanceBlock block, scoped in InstanceReader instance)
    {
        _length = 0;
        if (instance.ParentTitle != 0)
        {
            AppendParent(block, instance.ParentTitle, instance.ParentIndex);
        }

        int start = _length;
        AppendOwn(instance);
        return _length == start ? default : Number();
    }

    /// <summary>The name of the next instance, where the system has joined it already.</summary>
    public ReadOnlySpan<char> Next(ReadOnlySpan<char> name)
    {
        _length = 0;
        Append(name);
        return _length == 0 ? default : Number();
    }

    /// <summary>Children follow each other by parent, so the last parent's name stays where it is.</summary>
    private void AppendParent(in PerformanceBlock block, uint title, uint index)
    {
        if (_parentTitle != title || _parentIndex != index)
        {
            _parentTitle = title;
            _parentIndex = index;
            if (TryFindParent(block, title, index, out InstanceReader parent))
            {
                AppendOwn(parent);
                if (_length > 0)
                {
                    Append("/");
                }
            }

            _parentLength = _length;
        }

        _length = _parentLength;
    }

    private static bool TryFindParent(in PerformanceBlock block, uint title, uint index, out InstanceReader parent)
    {
        parent = default;
        if (!block.TryFind([title], out PerformanceObject found))
        {
            return false;
        }

        parent = found.Instances;
        for (uint number = 0; parent.Next(); number++)
        {
            if (number == index)
            {
                return true;
            }
        }

        return false;
    }

    private void AppendOwn(scoped in InstanceReader instance)
    {
        if (instance.Name.IsEmpty && instance.UniqueId >= 0)
        {
            Span<char> digits = stackalloc char[10];
            instance.UniqueId.TryFormat(digits, out int written, default, CultureInfo.InvariantCulture);
            Append(digits[..written]);
        }
        else if (instance.IsWide)
        {
            Append(MemoryMarshal.Cast<byte, char>(instance.Name));
        }
        else
        {
            Span<char> room = Reserve(instance.Name.Length);
            for (int index = 0; index < instance.Name.Length; index++)
            {
                room[index] = (char)instance.Name[index];
            }
        }
    }

    private ReadOnlySpan<char> Number()
    {
        ref int count = ref CollectionsMarshal.GetValueRefOrAddDefault(_seen, Hash(_buffer.AsSpan(0, _length)), out bool isSecond);
        if (isSecond)
        {
            count++;
            Append("#");
            Span<char> digits = stackalloc char[10];
            count.TryFormat(digits, out int written, default, CultureInfo.InvariantCulture);
            Append(digits[..written]);
        }

        return _buffer.AsSpan(0, _length);
    }

    /// <summary>FNV-1a over the name, in which the case of letters does not count.</summary>
    private static ulong Hash(ReadOnlySpan<char> name)
    {
        ulong hash = HashStart;
        foreach (char character in name)
        {
            hash = (hash ^ char.ToUpperInvariant(character)) * HashFactor;
        }

        return hash;
    }

    private void Append(scoped ReadOnlySpan<char> text) => text.CopyTo(Reserve(text.Length));

    private Span<char> Reserve(int characters)
    {
        if (_buffer.Length - _length < characters)
        {
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _length + characters));
        }

        Span<char> room = _buffer.AsSpan(_length, characters);
        _length += characters;
        return room;
    }
}
