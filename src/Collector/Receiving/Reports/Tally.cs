namespace Collector.Receiving;

/// <summary>What has come over one wire.</summary>
internal sealed class Tally(ReceivedWire wire)
{
    public ReceivedWire Wire => wire;

    /// <summary>Connections there were.</summary>
    public long Connections { get; set; }

    /// <summary>Datagrams there were.</summary>
    public long Datagrams { get; set; }

    /// <summary>Lines, or points of pickles: good and bad ones.</summary>
    public long Lines { get; set; }

    public long Malformed { get; set; }

    public long Bytes { get; set; }

    public SeriesSet Series { get; } = new();

    /// <summary>What people were told of that is told only once.</summary>
    public LineFlaws Told { get; set; }

    public string Name => wire switch
    {
        ReceivedWire.Graphite => "Graphite",
        ReceivedWire.Statsd => "StatsD",
        _ => "pickles",
    };

    /// <summary>For example <c>Graphite: 1200 lines, 61234 bytes, 300 series, 2 connections, 0 malformed</c>.</summary>
    public override string ToString()
    {
        if (Connections + Datagrams + Bytes == 0)
        {
            return $"{Name}: nothing";
        }

        string series = Series.IsFull ? $"over {Series.Count}" : $"{Series.Count}";
        string datagrams = Datagrams > 0 ? $", {Many(Datagrams, "datagram")}" : "";
        return $"{Name}: {Many(Lines, wire == ReceivedWire.Pickle ? "point" : "line")}, {Bytes} bytes, {series} series, "
            + $"{Many(Connections, "connection")}{datagrams}, {Malformed} malformed";
    }

    private static string Many(long count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";
}
