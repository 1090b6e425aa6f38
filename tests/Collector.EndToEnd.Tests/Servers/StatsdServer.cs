using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Collector.EndToEnd.Tests;

/// <summary>The real statsd under Node.js, over UDP and TCP on one port, with its management port.</summary>
internal sealed partial class StatsdServer : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly int _managementPort = Ports.Free();
    private readonly string _program = Path.Combine(Repository.Artifacts, "npm", "node_modules", "statsd");
    private ChildProcess? _process;

    private StatsdServer() =>
        _folder.Write("config.js", $$"""
            { servers: [ { server: "./servers/udp", address: "127.0.0.1", port: {{Port}} },
                         { server: "./servers/tcp", address: "127.0.0.1", port: {{Port}} } ],
              mgmt_address: "127.0.0.1", mgmt_port: {{_managementPort}},
              backends: [ "{{Path.Combine(AppContext.BaseDirectory, "Servers", "statsd-json-backend.js")}}" ],
              jsonFile: "{{FlushFile}}", flushInterval: 1000, deleteIdleStats: false,
              automaticConfigReload: false, title: false }
            """);

    public int Port { get; } = Ports.Free();

    private string FlushFile => _folder.File("flushes.json");

    public static async Task<StatsdServer> Start()
    {
        StatsdServer server = new();
        await server.StartAgain();
        return server;
    }

    /// <summary>Starts it with nothing in its memory.</summary>
    public async Task StartAgain()
    {
        ProcessStartInfo start = new(
            "node", [Repository.Existing("statsd", Path.Combine(_program, "stats.js")), _folder.File("config.js")])
        {
            WorkingDirectory = _program,
        };
        _process = new(start);
        await Wait.Until("statsd listens", () => Ports.Answers(Port) && Ports.Answers(_managementPort));
    }

    /// <summary>Ends it; what it has not flushed is lost.</summary>
    public async Task Stop()
    {
        await _process!.DisposeAsync();
        _process = null;
    }

    /// <summary>What each counter has grown by, over all flushes so far, of all its lives.</summary>
    public IReadOnlyDictionary<string, double> Counters()
    {
        Dictionary<string, double> sums = [];
        foreach (string line in File.Exists(FlushFile) ? File.ReadAllLines(FlushFile) : [])
        {
            using JsonDocument flush = JsonDocument.Parse(line);
            foreach (JsonProperty counter in flush.RootElement.GetProperty("counters").EnumerateObject())
            {
                sums[counter.Name] = sums.GetValueOrDefault(counter.Name) + counter.Value.GetDouble();
            }
        }

        return sums;
    }

    /// <summary>What the management port says of the gauges.</summary>
    public async Task<IReadOnlyDictionary<string, double>> Gauges()
    {
        using TcpClient client = new();
        await client.ConnectAsync(IPAddress.Loopback, _managementPort);
        NetworkStream stream = client.GetStream();
        await stream.WriteAsync("gauges\n"u8.ToArray());
        StringBuilder answer = new();
        byte[] buffer = new byte[65536];
        while (!answer.ToString().EndsWith("END\n\n", StringComparison.Ordinal))
        {
            int read = await stream.ReadAsync(buffer).AsTask().WaitAsync(TimeSpan.FromSeconds(10));
            answer.Append(Encoding.ASCII.GetString(buffer, 0, read));
        }

        return Entry().Matches(answer.ToString()).ToDictionary(
            static match => match.Groups["name"].Value,
            static match => double.Parse(match.Groups["value"].Value, CultureInfo.InvariantCulture));
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        _folder.Dispose();
    }

    [GeneratedRegex("""'(?<name>[^']+)': (?<value>[-+.0-9e]+)""")]
    private static partial Regex Entry();
}
