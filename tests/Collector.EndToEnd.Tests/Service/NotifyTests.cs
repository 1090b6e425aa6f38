using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Collector.EndToEnd.Tests;

/// <summary>What systemd hears of a run, by the protocol of sd_notify(3).</summary>
public sealed partial class NotifyTests
{
    [Test]
    [Arguments(false)]
    [Arguments(true)]
    public async Task It_is_ready_after_the_first_tick_and_tells_when_it_stops(bool isAbstract)
    {
        using TemporaryFolder folder = new();
        string file = folder.File("sent.txt");
        using NotifyListener systemd = new(isAbstract ? $"@collector-test-{Environment.ProcessId}" : folder.File("notify"));

        // Whoever starts it does not wait for a whole interval.
        await using ChildProcess collector = new(systemd.StartInfo("run", "--to", $"file://{file}", "--interval", "5m"));
        await Wait.Until("it is ready", () => systemd.With("READY=1").Length == 1, seconds: 10);
        await Assert.That(Point.Stamps(file).Length).IsEqualTo(1);
        collector.Send(Signal.Terminate);

        await Assert.That(await collector.Exit()).IsEqualTo(0);
        await Wait.Until("it says that it stops", () => systemd.With("STOPPING=1").Length == 1, seconds: 2);
        await Assert.That(systemd.Messages[^1].Lines).IsEquivalentTo(["STOPPING=1", "STATUS=sending what waits"]);
        await Assert.That(systemd.With("WATCHDOG=1")).IsEmpty();
        await Assert.That(systemd.With("READY=1").Length).IsEqualTo(1);
    }

    [Test]
    public async Task The_watchdog_hears_of_it_twice_in_its_time_also_between_ticks()
    {
        using TemporaryFolder folder = new();
        using NotifyListener systemd = new(folder.File("notify"));
        ProcessStartInfo start = systemd.StartInfo("run", "--to", $"file://{folder.File("sent.txt")}", "--interval", "5m");
        start.Environment["WATCHDOG_USEC"] = "1000000";
        await using ChildProcess collector = new(start);
        await Wait.Until("it is ready", () => systemd.With("READY=1").Length == 1);
        await Task.Delay(TimeSpan.FromSeconds(5));

        NotifyMessage[] beats = systemd.With("WATCHDOG=1");
        await Assert.That(beats.Length).IsBetween(9, 13);
        long longest = beats.Zip(beats.Skip(1), static (earlier, later) => later.Time - earlier.Time).Max();
        await Assert.That(TimeSpan.FromMicroseconds(longest / 1000)).IsLessThan(TimeSpan.FromSeconds(1));
        await Assert.That(beats.All(static beat => Status().IsMatch(beat.Lines[1]))).IsTrue().Because(beats[^1].Lines[1]);
        await Assert.That(beats[^1].Lines[1]).StartsWith("STATUS=1 ticks, ").And.DoesNotContain(" 0 lines sent");
    }

    [Test]
    public async Task The_watchdog_of_another_process_is_not_its_own()
    {
        using TemporaryFolder folder = new();
        using NotifyListener systemd = new(folder.File("notify"));
        ProcessStartInfo start = systemd.StartInfo("run", "--to", $"file://{folder.File("sent.txt")}", "--interval", "1s");
        start.Environment["WATCHDOG_USEC"] = "200000";
        start.Environment["WATCHDOG_PID"] = "1";
        await using ChildProcess collector = new(start);
        await Wait.Until("it is ready", () => systemd.With("READY=1").Length == 1);
        await Task.Delay(TimeSpan.FromSeconds(2));

        await Assert.That(systemd.With("WATCHDOG=1")).IsEmpty();
        await Assert.That(systemd.Messages.Count(static message => Status().IsMatch(message.Lines[0]))).IsEqualTo(1);
    }

    [Test]
    public async Task The_watchdog_of_its_own_number_is_its_own()
    {
        using TemporaryFolder folder = new();
        using NotifyListener systemd = new(folder.File("notify"));
        ProcessStartInfo start = PublishedCollector.StartInfo("sh", [
            "-c", "WATCHDOG_PID=$$ exec \"$@\"", "sh", PublishedCollector.Path, "run", "--to", $"file://{folder.File("sent.txt")}", "--interval", "1s",
        ]);
        start.Environment["NOTIFY_SOCKET"] = systemd.Address;
        start.Environment["WATCHDOG_USEC"] = "200000";
        await using ChildProcess collector = new(start);

        await Wait.Until("it beats", () => systemd.With("WATCHDOG=1").Length > 5);
    }

    [Test]
    [Arguments("""{ "interval": "1s" }""", "the configuration was read again")]
    [Arguments("{ nonsense", "the configuration was not taken, and the old one stays in force")]
    public async Task Each_reload_begins_and_ends_whatever_the_file_says(string text, string said)
    {
        using TemporaryFolder folder = new();
        string settings = folder.Write("collector.json", "{}");
        using NotifyListener systemd = new(folder.File("notify"));
        await using ChildProcess collector = new(systemd.StartInfo(
            "run", "--config", settings, "--to", $"file://{folder.File("sent.txt")}", "--interval", "1s"));
        await Wait.Until("it is ready", () => systemd.With("READY=1").Length == 1);

        folder.Write("collector.json", text);
        collector.Send(Signal.HangUp);
        await Wait.Until("it is ready again", () => systemd.With("READY=1").Length == 2);

        NotifyMessage[] messages = systemd.Messages;
        NotifyMessage reloading = systemd.With("RELOADING=1").Single();
        await Assert.That(Array.IndexOf(messages, reloading)).IsLessThan(Array.IndexOf(messages, systemd.With("READY=1")[1]));
        long told = long.Parse(reloading.Lines.Single(static line => line.StartsWith("MONOTONIC_USEC=", StringComparison.Ordinal))[15..], CultureInfo.InvariantCulture);
        await Assert.That((reloading.Time / 1000) - told).IsBetween(0, 2_000_000);
        await Wait.Until("it says so", () => collector.Error.Contains(said, StringComparison.Ordinal), seconds: 2);
    }

    [Test]
    [Arguments("nonsense")]
    [Arguments("/no/such/socket")]
    [Arguments("")]
    public async Task Where_nobody_listens_it_works_all_the_same(string address)
    {
        using TemporaryFolder folder = new();
        string file = folder.File("sent.txt");
        ProcessStartInfo start = PublishedCollector.StartInfo(PublishedCollector.Path, ["run", "--to", $"file://{file}", "--interval", "1s"]);
        start.Environment["NOTIFY_SOCKET"] = address;
        await using ChildProcess collector = new(start);
        await Wait.Until("two ticks", () => Point.Stamps(file).Length >= 2);
        collector.Send(Signal.Terminate);

        await Assert.That(await collector.Exit()).IsEqualTo(0);
    }

    [GeneratedRegex(@"^STATUS=\d+ ticks, \d+ lines sent, \d+ wait, \d+ dropped$")]
    private static partial Regex Status();
}
