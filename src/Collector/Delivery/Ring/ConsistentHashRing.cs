using System.Text;

namespace Collector.Delivery;

/// <summary>
/// The ring of carbon-relay's <c>consistent-hashing</c>: each node has a hundred points on a circle of 65536 places, and
/// a series belongs to the nodes whose points come next from its own place on.
/// </summary>
internal sealed class ConsistentHashRing
{
    private const int PointsPerNode = 100;

    private readonly int[] _places;
    private readonly int[] _nodes;
    private readonly int[] _hosts;

    /// <param name="nodes">The nodes, in the order of carbon's DESTINATIONS: it decides who gives way where two points meet.</param>
    public ConsistentHashRing(IReadOnlyList<Receiver> nodes)
    {
        SortedList<int, int> points = new(nodes.Count * PointsPerNode);
        for (int node = 0; node < nodes.Count; node++)
        {
            for (int point = 0; point < PointsPerNode; point++)
            {
                int place = PlaceOf(Encoding.UTF8.GetBytes($"{KeyOf(nodes[node])}:{point}"));
                while (points.ContainsKey(place))
                {
                    place++;
                }

                points.Add(place, node);
            }
        }

        _places = [.. points.Keys];
        _nodes = [.. points.Values];
        string[] hosts = [.. nodes.Select(static node => node.Host)];
        _hosts = Array.ConvertAll(hosts, host => Array.IndexOf(hosts, host));
    }

    /// <summary>Where a series stands: the first two bytes of its name's MD5.</summary>
    public static int PlaceOf(ReadOnlySpan<byte> series)
    {
        Span<byte> digest = stackalloc byte[Md5.DigestBytes];
        Md5.Hash(series, digest);
        return (digest[0] << 8) | digest[1];
    }

    /// <summary>Finds the nodes of a series.</summary>
    /// <param name="place">Where the series stands.</param>
    /// <param name="isDiverse">Whether they have to be on different hosts.</param>
    /// <param name="isLeftOut">The nodes that are not on the ring now.</param>
    /// <param name="found">Takes them; it has room for as many as there should be.</param>
    /// <returns>How many there are.</returns>
    public int Find(int place, bool isDiverse, ReadOnlySpan<bool> isLeftOut, Span<int> found)
    {
        int point = Array.BinarySearch(_places, place);
        point = point < 0 ? ~point : point;
        int count = 0;

        // Carbon never looks at the point before the first one.
        for (int looked = 1; looked < _places.Length && count < found.Length; looked++, point++)
        {
            int node = _nodes[point % _nodes.Length];
            if (!isLeftOut[node] && !IsTaken(found[..count], node, isDiverse))
            {
                found[count++] = node;
            }
        }

        return count;
    }

    private bool IsTaken(ReadOnlySpan<int> found, int node, bool isDiverse)
    {
        foreach (int other in found)
        {
            if (other == node || (isDiverse && _hosts[other] == _hosts[node]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A node as Python prints it: that text is what carbon hashes.</summary>
    private static string KeyOf(Receiver node) =>
        $"('{node.Host}', {(node.Instance is null ? "None" : $"'{node.Instance}'")})";
}
