using System.Diagnostics;

namespace Collector.EndToEnd.Tests;

/// <summary>A real collectd that measures this host, with a configuration and a folder of its own.</summary>
internal sealed class CollectdDaemon : IAsyncDisposable
{
    private const string Executable = "/usr/sbin/collectd";

    private static readonly string[] s_plugins =
    [
        "cpu", "memory", "swap", "df", "disk", "interface", "load", "uptime", "processes", "contextswitch", "users", "write_graphite",
    ];

    private readonly TemporaryFolder _folder = new();
    private readonly ChildProcess _process;

    /// <param name="carbonPort">Where carbon listens on this host.</param>
    /// <param name="interval">Seconds between two readings.</param>
    public CollectdDaemon(int carbonPort, int interval)
    {
        // Everything as it comes, but for what our names of its plugins ask for.
        string configuration = _folder.Write("collectd.conf", $"""
            Hostname "{Host}"
            FQDNLookup false
            BaseDir "{_folder.Path}"
            PIDFile "{_folder.File("pid")}"
            Interval {interval}
            {string.Join('\n', s_plugins.Select(static plugin => $"LoadPlugin {plugin}"))}
            <Plugin df>
                ReportInodes true
                ValuesPercentage true
            </Plugin>
            <Plugin swap>
                ReportIO true
            </Plugin>
            <Plugin write_graphite>
                <Node "carbon">
                    Host "127.0.0.1"
                    Port "{carbonPort}"
                    Protocol "tcp"
                    Prefix "{Prefix}"
                </Node>
            </Plugin>

            """);
        _process = new(new ProcessStartInfo(Repository.Existing("collectd", Executable), ["-f", "-C", configuration]));
    }

    public static string Prefix => "theirs.";

    public static string Host => "h";

    public async Task Stop()
    {
        _process.Send(Signal.Terminate);
        await _process.Exit();
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        _folder.Dispose();
    }
}
