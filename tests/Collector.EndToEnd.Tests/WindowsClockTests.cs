namespace Collector.EndToEnd.Tests;

/// <summary>The clocks of Windows, of which the monotonic one goes on while the host sleeps: to a process it is a stop.</summary>
[ClassDataSource<WineHost>(Shared = SharedType.PerTestSession)]
[NotInParallel("wine")]
public sealed class WindowsClockTests(WineHost wine)
{
    [Test]
    public async Task A_process_that_was_stopped_ticks_once_when_it_goes_on()
    {
        using PairedFiles files = new();
        await using ChildProcess collector = wine.Start(files.Arguments("/" + WineHost.Drive("")));
        await ClockTests.AssertOneTickAfterAStop(collector, files);
    }
}
