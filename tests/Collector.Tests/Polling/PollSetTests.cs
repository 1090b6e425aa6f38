using System.Diagnostics;
using Collector.Polling;

namespace Collector.Tests.Polling;

public sealed class PollSetTests
{
    private const long Millisecond = 1_000_000;

    [Test]
    public async Task A_wait_lasts_as_long_as_it_should()
    {
        using PollSet set = PollSet.Create();
        Stopwatch watch = Stopwatch.StartNew();
        set.Wait(30 * Millisecond);

        await Assert.That(watch.Elapsed.TotalMilliseconds).IsBetween(29.9, 500);
    }

    [Test]
    public async Task A_wake_from_another_thread_ends_the_wait()
    {
        using PollSet set = PollSet.Create();
        Stopwatch watch = Stopwatch.StartNew();
        Task wake = Task.Delay(50).ContinueWith(_ => set.Wake(), TaskScheduler.Default);
        set.Wait(20_000 * Millisecond);
        await wake;

        await Assert.That(watch.Elapsed.TotalSeconds).IsLessThan(10);
    }

    [Test]
    public async Task A_wake_before_the_wait_ends_that_wait_and_no_other()
    {
        using PollSet set = PollSet.Create();
        set.Wake();
        set.Wake();
        Stopwatch watch = Stopwatch.StartNew();
        set.Wait(20_000 * Millisecond);
        double first = watch.Elapsed.TotalSeconds;
        watch.Restart();
        set.Wait(30 * Millisecond);

        await Assert.That(first).IsLessThan(10);
        await Assert.That(watch.Elapsed.TotalMilliseconds).IsGreaterThan(29.9);
    }

    [Test]
    public async Task A_descriptor_shows_what_was_seen_at_it()
    {
        using PollSet set = PollSet.Create();
        using FileStream mounts = File.OpenRead("/proc/self/mountinfo");
        set.Clear();
        int index = set.Add(mounts.SafeFileHandle.DangerousGetHandle(), PollEvents.Readable | PollEvents.Priority);
        set.Wait(Millisecond);

        await Assert.That(set.Seen(index)).IsEqualTo(PollEvents.Readable);
    }
}
