using Collector.Logging;
using Collector.Polling;

namespace Collector.Delivery;

/// <summary>
/// A cluster of receivers that has a place for each series: what goes to each of them is a destination of its own, with its own
/// connection and its own lines that wait, and this one deals out the lines as carbon's relays do.
/// </summary>
internal sealed class RingDestination : Destination
{
    private readonly ConsistentHashRing _ring;
    private readonly SeriesPlaces _places = new();
    private readonly Destination[] _nodes;
    private readonly bool[] _isLeftOut;
    private readonly int[] _found;

    public RingDestination(DestinationOptions options, PollSet set, Log log, DeliverySettings settings)
        : base(options, log)
    {
        _ring = new(options.Receivers);
        _nodes = [.. options.Receivers.Select(node => Create(options.For(node), set, log, settings))];
        _isLeftOut = new bool[_nodes.Length];
        _found = new int[options.Ring.Replicas];
    }

    public override long LinesSent => Sum(static node => node.LinesSent);

    public override long BytesSent => Sum(static node => node.BytesSent);

    public override long LinesDropped => Sum(static node => node.LinesDropped);

    public override long LinesWaiting => Sum(static node => node.LinesWaiting);

    public override long LinesUndelivered => Sum(static node => node.LinesUndelivered);

    public override long LinesKept => Sum(static node => node.LinesKept);

    public override bool IsIdle => Array.TrueForAll(_nodes, static node => node.IsIdle);

    public override bool IsClosed => Array.TrueForAll(_nodes, static node => node.IsClosed);

    public override bool IsDown => Array.TrueForAll(_nodes, static node => node.IsDown);

    public override long NextDeadline
    {
        get
        {
            long next = long.MaxValue;
            foreach (Destination node in _nodes)
            {
                next = Math.Min(next, node.NextDeadline);
            }

            return next;
        }
    }

    public override void Submit(long stamp)
    {
        LeaveOut();
        foreach (Destination node in _nodes)
        {
            node.Writer.Begin(stamp);
        }

        _places.Begin();
        for (ReadOnlySpan<byte> rest = Writer.Bytes; !rest.IsEmpty;)
        {
            int end = rest.IndexOf((byte)'\n') + 1;
            Deal(rest[..end]);
            rest = rest[end..];
        }

        foreach (Destination node in _nodes)
        {
            node.Writer.End();
            node.Submit(stamp);
        }
    }

    public override void Pump(long now)
    {
        foreach (Destination node in _nodes)
        {
            node.Pump(now);
        }
    }

    public override void Hasten() => Array.ForEach(_nodes, static node => node.Hasten());

    public override void AddTo(PollSet set)
    {
        foreach (Destination node in _nodes)
        {
            node.AddTo(set);
        }
    }

    public override void AddTo(ref DeliveryCounts counts)
    {
        counts.Dropped += Writer.Omitted;
        foreach (Destination node in _nodes)
        {
            node.AddTo(ref counts);
        }
    }

    public override void Close() => Array.ForEach(_nodes, static node => node.Close());

    private void Deal(ReadOnlySpan<byte> line)
    {
        int place = _places.Next(line[..line.IndexOf((byte)' ')]);
        int count = _ring.Find(place, Options.Ring.Diverse, _isLeftOut, _found);
        foreach (int node in _found.AsSpan(0, count))
        {
            _nodes[node].Writer.Append(line);
        }
    }

    /// <summary>
    /// Takes nodes that are down off the ring, if that is wanted, and puts them back. Without any that is up there is
    /// nobody to go to instead.
    /// </summary>
    private void LeaveOut()
    {
        bool leavesOut = Options.Ring.Reroutes && !IsDown;
        for (int node = 0; node < _nodes.Length; node++)
        {
            _isLeftOut[node] = leavesOut && _nodes[node].IsDown;
        }
    }

    private long Sum(Func<Destination, long> count)
    {
        long sum = 0;
        foreach (Destination node in _nodes)
        {
            sum += count(node);
        }

        return sum;
    }
}
