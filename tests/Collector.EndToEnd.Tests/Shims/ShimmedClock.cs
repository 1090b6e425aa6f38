using System.Diagnostics;
using System.Globalization;

namespace Collector.EndToEnd.Tests;

/// <summary>Clocks of a program's own, which a test sets and speeds up while the program runs.</summary>
internal sealed class ShimmedClock : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _control;
    private readonly string _library;

    private ShimmedClock()
    {
        _control = _folder.File("clock");
        _library = _folder.File("clock.so");
    }

    public static async Task<ShimmedClock> Build()
    {
        ShimmedClock clock = new();
        string source = Repository.PathOf("tests/Collector.EndToEnd.Tests/Shims/clock.c");
        using Process compiler = Process.Start("clang", ["-O2", "-shared", "-fPIC", "-o", clock._library, source]);
        await compiler.WaitForExitAsync();
        await Assert.That(compiler.ExitCode).IsEqualTo(0).Because("clang builds the shim");
        clock.Set(0);
        return clock;
    }

    /// <summary>Sets the clocks. Programs see it within a hundredth of a second.</summary>
    /// <param name="offset">How many seconds the wall clock is ahead of what it would show by itself.</param>
    /// <param name="factor">How many times faster time passes.</param>
    public void Set(double offset, double factor = 1)
    {
        File.WriteAllText(_control + ".new", string.Create(CultureInfo.InvariantCulture, $"{offset} {factor}"));
        File.Move(_control + ".new", _control, overwrite: true);
    }

    /// <summary>Starts the published executable with these clocks.</summary>
    public ChildProcess Start(params string[] arguments)
    {
        ProcessStartInfo start = PublishedCollector.StartInfo(PublishedCollector.Path, arguments);
        Rule(start);
        return new(start);
    }

    /// <summary>Gives a program these clocks.</summary>
    public void Rule(ProcessStartInfo start)
    {
        start.Environment["LD_PRELOAD"] = _library;
        start.Environment["CLOCK_FILE"] = _control;
    }

    public void Dispose() => _folder.Dispose();
}
