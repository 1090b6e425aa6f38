namespace Collector.EndToEnd.Tests;

/// <summary>A collector without a terminal, whose configuration file a test changes while it runs.</summary>
internal sealed class ReloadedRun : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <param name="text">The file, in which <c>FOLDER</c> stands for a folder of the test's.</param>
    public ReloadedRun(string text)
    {
        Write(text);
        Collector = new(PublishedCollector.StartInfo("setsid", [
            PublishedCollector.Path, "run", "--config", _folder.File("collector.json"), "--host", "h", "--prefix", "p.", "--group", "load,uptime,self",
        ]));
    }

    public ChildProcess Collector { get; }

    /// <summary>All that was sent to <c>file://FOLDER/sent.txt</c>.</summary>
    public IReadOnlyList<Point> Points => Point.Read(File("sent.txt"));

    public string[] Lines => [.. Points.Select(static point => point.Line)];

    public long[] Stamps => [.. Points.Select(static point => point.Stamp).Distinct()];

    public string File(string name) => _folder.File(name);

    /// <summary>Has it read another file, and waits until it says what came of it.</summary>
    public async Task Reload(string text, string said = "the configuration was read again")
    {
        int before = Count(said);
        Write(text);
        Collector.Send(Signal.HangUp);
        await Wait.Until(said, () => Count(said) > before);
    }

    public Task More(int ticks)
    {
        int before = Stamps.Length;
        return Wait.Until($"{ticks} more ticks ({Collector.Error})", () => Stamps.Length >= before + ticks);
    }

    public async Task<int> Stop()
    {
        Collector.Send(Signal.Terminate);
        return await Collector.Exit();
    }

    public async ValueTask DisposeAsync()
    {
        await Collector.DisposeAsync();
        _folder.Dispose();
    }

    private int Count(string said) => Collector.Error.Split('\n').Count(line => line.Contains(said, StringComparison.Ordinal));

    private void Write(string text) => _folder.Write("collector.json", text.Replace("FOLDER", _folder.Path, StringComparison.Ordinal));
}
