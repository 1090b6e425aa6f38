using System.Diagnostics;
using System.Net;

namespace Collector.EndToEnd.Tests;

/// <summary>A real carbon-cache, with a slot a second and everything it keeps in a folder of its own.</summary>
internal sealed class CarbonCache : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly int _queryPort = Ports.Free();
    private readonly TwoHosts? _hosts;
    private readonly IPAddress _address;
    private ChildProcess? _process;

    /// <param name="instance">What relays tell it apart by from others of its host; null for one that is alone there.</param>
    /// <param name="hosts">On whose receiver it runs; null for this host.</param>
    /// <param name="address">Where it listens.</param>
    /// <param name="port">At which port.</param>
    private CarbonCache(string? instance, TwoHosts? hosts, IPAddress address, int port)
    {
        Instance = instance;
        Port = port;
        _hosts = hosts;
        _address = address;
        Directory.CreateDirectory(_folder.File("run"));
        _folder.Write("conf/storage-schemas.conf", "[everything]\npattern = .*\nretentions = 1s:1h\n");
        _folder.Write("conf/storage-aggregation.conf", "[default]\npattern = .*\nxFilesFactor = 0\naggregationMethod = last\n");
        _folder.Write("conf/carbon.conf", $"""
            [cache]
            STORAGE_DIR = {_folder.Path}
            LOCAL_DATA_DIR = {Whisper}
            CONF_DIR = {_folder.File("conf")}
            LOG_DIR = {_folder.File("log")}
            PID_DIR = {_folder.File("run")}
            USER =
            ENABLE_LOGROTATION = False
            MAX_CACHE_SIZE = inf
            MAX_UPDATES_PER_SECOND = inf
            MAX_CREATES_PER_MINUTE = inf
            WHISPER_SPARSE_CREATE = True
            LINE_RECEIVER_INTERFACE = {address}
            LINE_RECEIVER_PORT = {Port}
            ENABLE_UDP_LISTENER = True
            UDP_RECEIVER_INTERFACE = {address}
            UDP_RECEIVER_PORT = {Port}
            PICKLE_RECEIVER_INTERFACE = {address}
            PICKLE_RECEIVER_PORT = {PicklePort}
            CACHE_QUERY_INTERFACE = {address}
            CACHE_QUERY_PORT = {_queryPort}
            ENABLE_TAGS = False
            CARBON_METRIC_INTERVAL = 0

            """);
    }

    /// <summary>Where it listens for lines, over TCP and UDP.</summary>
    public int Port { get; }

    /// <summary>Where relays send to.</summary>
    public int PicklePort { get; } = Ports.Free();

    public string? Instance { get; }

    private string Whisper => _folder.File("whisper");

    public static async Task<CarbonCache> Start(string? instance = null)
    {
        CarbonCache carbon = new(instance, null, IPAddress.Loopback, Ports.Free());
        await carbon.StartAgain();
        return carbon;
    }

    /// <summary>Starts one on the receiver of two hosts.</summary>
    public static async Task<CarbonCache> Start(TwoHosts hosts, string address, int port)
    {
        CarbonCache carbon = new(null, hosts, IPAddress.Parse(address), port);
        await carbon.StartAgain();
        return carbon;
    }

    /// <summary>Starts it with what it had stored before.</summary>
    public async Task StartAgain()
    {
        // Debian's Python, whichever other one comes first in the PATH.
        ProcessStartInfo start = new(
            Repository.Existing("Python", "/usr/bin/python3"),
            [
                Repository.Existing("carbon-cache", "/usr/bin/carbon-cache"), "--nodaemon",
                $"--config={_folder.File("conf/carbon.conf")}", $"--pidfile={_folder.File("run/carbon.pid")}",
                .. Instance is null ? (string[])[] : [$"--instance={Instance}"], "start",
            ]);
        _hosts?.MoveToReceiver(start);
        _process = new(start);
        await Wait.Until("carbon-cache listens", () => _process.HasExited || (Listens(Port) && Listens(PicklePort) && Listens(_queryPort)));
        if (_process.HasExited)
        {
            throw new InvalidOperationException($"carbon-cache ended at once:\n{_process.Output}\n{_process.Error}");
        }
    }

    /// <summary>Ends it in order. What it read in its last second it may lose: its writer sleeps for so long.</summary>
    public async Task Stop()
    {
        _process!.Send(Signal.Terminate);
        await _process.Exit();
        await _process.DisposeAsync();
        _process = null;
    }

    /// <summary>Ends it as the kernel does when memory is short. What it read in its last second is gone.</summary>
    public async Task Kill()
    {
        _process!.Send(Signal.Kill);
        await _process.Exit();
        await _process.DisposeAsync();
        _process = null;

        // Else it would take the next one to run already.
        File.Delete(_folder.File("run/carbon.pid"));
    }

    /// <summary>Stops it where it stands: it keeps its connections and answers nothing.</summary>
    public void Pause() => _process!.Send(Signal.Stop);

    public void GoOn() => _process!.Send(Signal.Continue);

    /// <summary>All that is stored of one metric: value by time stamp.</summary>
    public IReadOnlyDictionary<long, double> Read(string metric) =>
        WhisperFile.Read(Path.Combine(Whisper, metric.Replace('.', '/') + ".wsp"));

    /// <summary>The names of all that is stored, ordered.</summary>
    public string[] Metrics() => Directory.Exists(Whisper)
        ? [.. Directory.EnumerateFiles(Whisper, "*.wsp", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Whisper, file)[..^".wsp".Length].Replace('/', '.'))
            .Order(StringComparer.Ordinal)]
        : [];

    /// <summary>Those points that are not stored, or with another value.</summary>
    public Point[] Missing(IEnumerable<Point> points)
    {
        List<Point> missing = [];
        foreach (IGrouping<string, Point> metric in points.GroupBy(static point => point.Path))
        {
            IReadOnlyDictionary<long, double> stored = Read(metric.Key);
            missing.AddRange(metric.Where(point => !stored.TryGetValue(point.Stamp, out double value) || value != point.Value));
        }

        return [.. missing];
    }

    /// <summary>Another host's ports cannot be called from here, but its table of sockets can be read.</summary>
    private bool Listens(int port)
    {
        if (_hosts is null)
        {
            return Ports.Answers(port);
        }

        string local = $" {BitConverter.ToUInt32(_address.GetAddressBytes()):X8}:{port:X4} ";
        return File.ReadLines($"/proc/{_process!.Id}/net/tcp")
            .Any(line => line.Contains(local, StringComparison.Ordinal) && line.Contains(" 00000000:0000 0A ", StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        _folder.Dispose();
    }
}
