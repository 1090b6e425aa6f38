namespace Collector.Receiving;

/// <summary>Counts different names without keeping them: 64 bits of each, in a table of a bounded size.</summary>
internal sealed class SeriesSet
{
    /// <summary>So many are told apart, in 32 MiB; whatever comes then is not counted any more.</summary>
    public const int MaxCount = 2_000_000;

    private const ulong Offset = 14_695_981_039_346_656_037;
    private const ulong Prime = 1_099_511_628_211;

    private ulong[] _hashes = new ulong[1024];

    public int Count { get; private set; }

    public bool IsFull => Count >= MaxCount;

    /// <summary>Takes note of a name.</summary>
    /// <returns>Whether it is new, as far as it is known.</returns>
    public bool Add(ReadOnlySpan<byte> name, ReadOnlySpan<byte> tags)
    {
        ulong hash = Hash(Hash(Offset, name), tags);
        int index = Find(hash);
        if (_hashes[index] != 0)
        {
            return false;
        }

        if (IsFull)
        {
            return true;
        }

        _hashes[index] = hash;
        if (++Count > _hashes.Length / 2)
        {
            Grow();
        }

        return true;
    }

    /// <summary>FNV-1a, with a last shake because the table looks at the lowest bits.</summary>
    private static ulong Hash(ulong hash, ReadOnlySpan<byte> bytes)
    {
        foreach (byte value in bytes)
        {
            hash = (hash ^ value) * Prime;
        }

        hash ^= hash >> 32;
        return hash == 0 ? Offset : hash;
    }

    /// <summary>Where a hash is, or belongs.</summary>
    private int Find(ulong hash)
    {
        int mask = _hashes.Length - 1;
        int index = (int)hash & mask;
        while (_hashes[index] != 0 && _hashes[index] != hash)
        {
            index = (index + 1) & mask;
        }

        return index;
    }

    private void Grow()
    {
        ulong[] old = _hashes;
        _hashes = new ulong[old.Length * 2];
        foreach (ulong hash in old)
        {
            if (hash != 0)
            {
                _hashes[Find(hash)] = hash;
            }
        }
    }
}
