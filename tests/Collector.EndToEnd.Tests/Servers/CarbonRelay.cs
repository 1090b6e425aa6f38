using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Collector.EndToEnd.Tests;

/// <summary>A real carbon-relay that deals out series by consistent hashing, so that ours can be compared with it.</summary>
internal sealed class CarbonRelay : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly int _port = Ports.Free();
    private readonly ChildProcess _process;

    private CarbonRelay(CarbonCluster cluster, int replicas)
    {
        Directory.CreateDirectory(_folder.File("run"));

        // It uses none of this and does not start without it.
        _folder.Write("conf/storage-schemas.conf", "[everything]\npattern = .*\nretentions = 1s:1h\n");
        _folder.Write("conf/carbon.conf", $"""
            [relay]
            STORAGE_DIR = {_folder.Path}
            LOCAL_DATA_DIR = {_folder.File("whisper")}
            CONF_DIR = {_folder.File("conf")}
            WHITELISTS_DIR = {_folder.File("lists")}
            LOG_DIR = {_folder.File("log")}
            PID_DIR = {_folder.File("run")}
            USER =
            ENABLE_LOGROTATION = False
            LINE_RECEIVER_INTERFACE = 127.0.0.1
            LINE_RECEIVER_PORT = {_port}
            ENABLE_UDP_LISTENER = False
            PICKLE_RECEIVER_INTERFACE = 127.0.0.1
            PICKLE_RECEIVER_PORT = {Ports.Free()}
            RELAY_METHOD = consistent-hashing
            REPLICATION_FACTOR = {replicas}
            DIVERSE_REPLICAS = False
            DESTINATIONS = {cluster.Addresses(static node => node.PicklePort)}
            MAX_QUEUE_SIZE = 100000
            CARBON_METRIC_INTERVAL = 0

            """);
        ProcessStartInfo start = new(
            Repository.Existing("Python", "/usr/bin/python3"),
            [
                Repository.Existing("carbon-relay", "/usr/bin/carbon-relay"), "--nodaemon",
                $"--config={_folder.File("conf/carbon.conf")}", $"--pidfile={_folder.File("run/carbon.pid")}", "start",
            ]);
        _process = new(start);
    }

    /// <param name="cluster">Whom it relays to.</param>
    /// <param name="replicas">How many of them get each series.</param>
    public static async Task<CarbonRelay> Start(CarbonCluster cluster, int replicas)
    {
        CarbonRelay relay = new(cluster, replicas);
        await Wait.Until("carbon-relay listens", () => relay._process.HasExited || Ports.Answers(relay._port));
        return relay._process.HasExited
            ? throw new InvalidOperationException($"carbon-relay ended at once:\n{relay._process.Output}\n{relay._process.Error}")
            : relay;
    }

    /// <summary>Sends lines, and returns when it has read them all.</summary>
    public async Task Push(IEnumerable<string> lines)
    {
        using Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, _port);
        await socket.SendAsync(Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"));
        socket.Shutdown(SocketShutdown.Send);
        await socket.ReceiveAsync(new byte[1]);
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        _folder.Dispose();
    }
}
