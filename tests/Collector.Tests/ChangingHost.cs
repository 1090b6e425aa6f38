using Collector.Wire;

namespace Collector.Tests;

/// <summary>A host in a temporary folder whose disks a test rewrites between two ticks.</summary>
internal sealed class ChangingHost : IDisposable
{
    private readonly TemporaryFolder _root = new();
    private readonly RecordedHost _host;
    private readonly GroupSerializer[] _serializers;
    private readonly WireWriter _writer;
    private long _time = RecordedHost.Time;
    private long _ratesSince;

    public ChangingHost()
        : this(new(WireKind.Graphite, NameSet.Native, "", "h"))
    {
    }

    public ChangingHost(WireNaming naming)
    {
        _host = new(_root.Path, "disk_io");
        _serializers = _host.Serializers(naming);
        _writer = naming.Wire == WireKind.Graphite ? new GraphiteWriter() : new StatsdWriter();
    }

    /// <summary>Rewrites a file in its place, as the kernel does: it stays the same open file.</summary>
    public void Write(string path, string text) => _root.Write(path, text);

    public string Lines()
    {
        _host.Read();
        return RecordedHost.Lines(_writer, _serializers);
    }

    /// <summary>Rewrites the disks, and gives the lines of a tick so many seconds after the one before, perhaps with a gap between them.</summary>
    public string LinesAfter(int seconds, string diskstats, bool isGap = false)
    {
        Write("proc/diskstats", diskstats);
        _time += seconds;
        _host.Read();
        _ratesSince = isGap ? _time : _ratesSince;
        return RecordedHost.Lines(_writer, _time, _ratesSince, _serializers);
    }

    public void Dispose() => _root.Dispose();
}
