using Collector.Wire;

namespace Collector.Tests;

/// <summary>A host in a temporary folder whose disks a test rewrites between two ticks.</summary>
internal sealed class ChangingHost : IDisposable
{
    private readonly TemporaryFolder _root = new();
    private readonly RecordedHost _host;
    private readonly GroupSerializer[] _serializers;
    private readonly GraphiteWriter _writer = new();

    public ChangingHost()
    {
        _host = new(_root.Path, "disk_io");
        _serializers = _host.Serializers(new(WireKind.Graphite, NameSet.Native, "", "h"));
    }

    /// <summary>Rewrites a file in its place, as the kernel does: it stays the same open file.</summary>
    public void Write(string path, string text) => _root.Write(path, text);

    public string Lines()
    {
        _host.Read();
        return RecordedHost.Lines(_writer, _serializers);
    }

    public void Dispose() => _root.Dispose();
}
