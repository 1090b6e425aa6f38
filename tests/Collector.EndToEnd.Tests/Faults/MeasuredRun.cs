using System.Diagnostics;
using System.Globalization;

namespace Collector.EndToEnd.Tests;

/// <summary>A collector that measures a host whose numbers go on, and notes in a file what it measured.</summary>
internal sealed class MeasuredRun : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _destination;
    private readonly string[] _arguments;
    private readonly AdvancingHost _host;
    private ChildProcess? _collector;

    /// <param name="destination">Where the lines go, besides the file.</param>
    /// <param name="lines">About how many lines a tick has.</param>
    /// <param name="arguments">More for the collector.</param>
    public MeasuredRun(string destination, int lines, params string[] arguments)
    {
        _destination = destination;
        _arguments = arguments;
        _host = new(_folder, lines);
        Truth = new(_folder.File("sent.txt"));
    }

    public LineTruth Truth { get; }

    /// <summary>How many lines a tick has.</summary>
    public int Lines => _host.Lines;

    /// <summary>What the host is called from the next start on.</summary>
    public string HostName { get; set; } = "h";

    public string Interval { get; init; } = "1s";

    /// <summary>Its clocks; null for true ones.</summary>
    public ShimmedClock? Clock { get; init; }

    /// <summary>On whose sender it runs; null for this host.</summary>
    public TwoHosts? Hosts { get; init; }

    public ChildProcess Collector => _collector!;

    /// <summary>The collector's resident memory, in bytes.</summary>
    public long Memory => 1024 * long.Parse(
        File.ReadLines($"/proc/{Collector.Id}/status").Single(static line => line.StartsWith("VmRSS:", StringComparison.Ordinal))
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture);

    /// <summary>What it has said, line by line.</summary>
    public string[] Said => Collector.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Waits until so many more seconds were measured.</summary>
    /// <exception cref="InvalidOperationException">The collector has ended; the message says what it said.</exception>
    public async Task More(int seconds)
    {
        long until = Math.Max(Truth.Newest, DateTimeOffset.UtcNow.ToUnixTimeSeconds() - 1) + seconds;
        await Until($"{seconds} more seconds are measured", () => Truth.Newest >= until, seconds + 20);
    }

    /// <summary>Waits until something is so, or the collector has ended.</summary>
    /// <exception cref="InvalidOperationException">It has; the message says what it said.</exception>
    public async Task Until(string what, Func<bool> isSo, double seconds = 20)
    {
        try
        {
            await Wait.Until(what, () => Collector.HasExited || isSo(), seconds);
        }
        catch (TimeoutException error)
        {
            throw new TimeoutException($"{error.Message} The collector says:\n{Collector.Error}");
        }

        if (Collector.HasExited)
        {
            throw new InvalidOperationException($"The collector has ended: {Collector.Error}");
        }
    }

    /// <summary>Starts it, or starts it again with the same settings.</summary>
    public MeasuredRun Start()
    {
        ProcessStartInfo start = PublishedCollector.StartInfo(PublishedCollector.Path, [
            "run", "--to", _destination, .. Truth.Arguments, "--root", _host.Root, "--group", "net_io", "--interval", Interval,
            "--host", HostName, "--prefix", "p.", "--phase", "0s", .. _arguments,
        ]);
        Clock?.Rule(start);
        Hosts?.MoveToSender(start);
        _collector = new(start);
        return this;
    }

    /// <summary>Ends it as a power cut would, but for what the system still writes to its disk.</summary>
    public async Task Kill()
    {
        Collector.Send(Signal.Kill);
        await Collector.Exit();
        await Collector.DisposeAsync();
        _collector = null;
    }

    /// <summary>Ends it in order, which has to go well.</summary>
    public async Task Stop()
    {
        Collector.Send(Signal.Terminate);
        await Assert.That(await Collector.Exit()).IsEqualTo(0).Because(Collector.Error);
    }

    public async ValueTask DisposeAsync()
    {
        if (_collector is not null)
        {
            await _collector.DisposeAsync();
        }

        _host.Dispose();
        _folder.Dispose();
    }
}
