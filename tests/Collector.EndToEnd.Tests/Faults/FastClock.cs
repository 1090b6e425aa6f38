using System.Diagnostics;
using System.Globalization;

namespace Collector.EndToEnd.Tests;

/// <summary>Clocks that run faster, so that a day passes in a minute.</summary>
internal sealed class FastClock
{
    private readonly string _library;
    private readonly string _factor;

    private FastClock(TemporaryFolder folder)
    {
        _library = folder.File("fast-clock.so");
        _factor = folder.Write("factor", "1");
    }

    public static async Task<FastClock> Build(TemporaryFolder folder)
    {
        FastClock made = new(folder);
        string source = Repository.PathOf("tests/Collector.EndToEnd.Tests/Faults/fast-clock.c");
        using Process compiler = Process.Start(new ProcessStartInfo("cc", ["-O2", "-shared", "-fPIC", "-o", made._library, source]))!;
        await compiler.WaitForExitAsync();
        await Assert.That(compiler.ExitCode).IsEqualTo(0);
        return made;
    }

    /// <summary>How many times faster than true ones the clocks run from now on.</summary>
    public void Set(double factor)
    {
        // Never empty or half written for whoever reads it now.
        File.WriteAllText(_factor + ".new", factor.ToString(CultureInfo.InvariantCulture));
        File.Move(_factor + ".new", _factor, overwrite: true);
    }

    public void Rule(ProcessStartInfo start)
    {
        start.Environment["FAST_CLOCK"] = _factor;
        start.Environment["LD_PRELOAD"] = _library;
    }
}
