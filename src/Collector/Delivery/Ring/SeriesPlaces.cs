namespace Collector.Delivery;

/// <summary>
/// Finds the places of a tick's series on the ring. The same series come in the same order tick after tick, so their
/// places are remembered along with it; from the first that is another on they are found anew.
/// </summary>
internal sealed class SeriesPlaces
{
    private byte[] _names = new byte[4096];
    private int[] _ends = new int[64];
    private int[] _places = new int[64];
    private int _count;
    private int _next;

    /// <summary>Starts a tick.</summary>
    public void Begin() => _next = 0;

    /// <summary>The place of the next series.</summary>
    public int Next(ReadOnlySpan<byte> series)
    {
        int start = _next == 0 ? 0 : _ends[_next - 1];
        if (_next == _count || !series.SequenceEqual(_names.AsSpan(start, _ends[_next] - start)))
        {
            Remember(series, start);
        }

        return _places[_next++];
    }

    private void Remember(ReadOnlySpan<byte> series, int start)
    {
        if (_next == _ends.Length)
        {
            Array.Resize(ref _ends, _next * 2);
            Array.Resize(ref _places, _next * 2);
        }

        if (_names.Length - start < series.Length)
        {
            Array.Resize(ref _names, Math.Max(_names.Length * 2, start + series.Length));
        }

        series.CopyTo(_names.AsSpan(start));
        _ends[_next] = start + series.Length;
        _places[_next] = ConsistentHashRing.PlaceOf(series);
        _count = _next + 1;
    }
}
