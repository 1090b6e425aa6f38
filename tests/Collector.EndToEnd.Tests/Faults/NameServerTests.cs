using System.Diagnostics;

namespace Collector.EndToEnd.Tests;

/// <summary>A name server that goes away and comes back, and names whose addresses change or do not answer.</summary>
[Category("Faults")]
[NotInParallel("names")]
public sealed class NameServerTests
{
    private const string NoAddress = $"no address for '{NamedHosts.Name}'";
    private const string NoNamespaces = "Network namespaces take root and iproute2.";

    private static string Carbon => $"graphite://{NamedHosts.Name}:{NamedHosts.Port}?rotate=2s";

    [Test]
    [Arguments(false)]
    [Arguments(true)]
    public async Task A_name_server_that_is_gone_at_the_start_costs_no_line(bool isSilent)
    {
        Skip.Unless(TwoHosts.CanBe, NoNamespaces);
        await using NamedHosts named = new();
        if (isSilent)
        {
            await named.Names.Start();
            named.Names.Pause();
        }

        await using CarbonCache carbon = await CarbonCache.Start(named.Hosts, NamedHosts.First, NamedHosts.Port);
        await using MeasuredRun run = new MeasuredRun(Carbon, lines: 80) { Hosts = named.Hosts }.Start();
        await run.Until("it has no address", () => run.Collector.Error.Contains(NoAddress, StringComparison.Ordinal));
        await run.More(Soak.Of(2, 30));
        bool isEarly = carbon.Metrics().Length > 0;
        if (isSilent)
        {
            named.Names.GoOn();
        }
        else
        {
            await named.Names.Start();
        }

        await run.Truth.WholeIn(carbon, seconds: 60);
        await run.Stop();
        await run.Truth.WholeIn(carbon, seconds: 10);
        await Assert.That(isEarly).IsFalse();
    }

    /// <summary>The old address goes with the move, or answers on: then the next connection goes to the new one.</summary>
    [Test]
    [Arguments(true)]
    [Arguments(false)]
    public async Task A_name_that_moves_is_followed_and_every_point_is_at_one_address_or_the_other(bool stops)
    {
        Skip.Unless(TwoHosts.CanBe, NoNamespaces);
        await using NamedHosts named = new();
        await named.Names.Start();
        await using CarbonCache old = await CarbonCache.Start(named.Hosts, NamedHosts.First, NamedHosts.Port);
        await using MeasuredRun run = new MeasuredRun(Carbon, lines: 80) { Hosts = named.Hosts }.Start();
        await run.More(3);
        await run.Truth.WholeIn(old);

        if (stops)
        {
            await old.Stop();
        }

        named.Names.Answer(NamedHosts.Second);
        await using CarbonCache moved = await CarbonCache.Start(named.Hosts, NamedHosts.Second, NamedHosts.Port);
        await run.Until("lines arrive at the new address", () => moved.Metrics().Length >= run.Lines, seconds: 60);
        await run.More(2);
        await run.Stop();
        await Wait.Until("every point is at one of them", () => moved.Missing(old.Missing(run.Truth.Points)).Length == 0);

        Point[] last = [.. run.Truth.Points.Where(point => point.Stamp == run.Truth.Newest)];
        await Assert.That(old.Missing(last).Length).IsEqualTo(run.Lines);
    }

    [Test]
    public async Task A_receiver_that_comes_back_before_the_name_server_does_misses_no_point()
    {
        Skip.Unless(TwoHosts.CanBe, NoNamespaces);
        await using NamedHosts named = new();
        await named.Names.Start();
        await using CarbonCache carbon = await CarbonCache.Start(named.Hosts, NamedHosts.First, NamedHosts.Port);
        await using MeasuredRun run = new MeasuredRun(Carbon, lines: 80) { Hosts = named.Hosts }.Start();
        await run.More(3);
        await run.Truth.WholeIn(carbon);

        await named.Names.Stop();
        await carbon.Kill();
        await run.Until("it has no address", () => run.Collector.Error.Contains(NoAddress, StringComparison.Ordinal));
        await carbon.StartAgain();
        await run.More(Soak.Of(2, 30));
        await named.Names.Start();

        await run.Truth.WholeIn(carbon, seconds: 60);
        await run.Stop();
        await run.Truth.WholeIn(carbon, seconds: 10);
    }

    [Test]
    [Arguments(NamedHosts.Dead, NamedHosts.First)]
    [Arguments(NamedHosts.DeadOfSix, NamedHosts.First)]
    [Arguments(NamedHosts.DeadOfSix, NamedHosts.FirstOfSix)]
    public async Task A_dead_address_before_one_that_answers_delays_the_first_lines_by_a_moment(string dead, string alive)
    {
        Skip.Unless(TwoHosts.CanBe, NoNamespaces);
        await using NamedHosts named = new();
        await named.Names.Start();
        named.Names.Answer(dead, alive);
        await using RemoteReceiver receiver = await RemoteReceiver.Start(named.Hosts, alive, NamedHosts.Port);
        string[] order = await named.Order();
        await using MeasuredRun run = new MeasuredRun(Carbon, lines: 16) { Hosts = named.Hosts }.Start();
        await run.Until("the first tick", () => run.Truth.Newest > 0);
        Stopwatch watch = Stopwatch.StartNew();
        await run.Until("the first line arrives", () => receiver.Lines.Length > 0, seconds: 60);

        // A dead address is given up after 5 s: less time than that shows that it was not waited for.
        await Assert.That(watch.Elapsed.TotalSeconds).IsLessThan(3);
        await Assert.That(string.Join(' ', order)).IsEqualTo($"{dead} {alive}");
        await run.Stop();
        await Assert.That(run.Truth.Lines.Except(receiver.Lines)).IsEmpty();
    }

    /// <summary>Nothing ever tells that datagrams vanish, so the name is looked up every minute.</summary>
    [Test]
    [Arguments("graphite+udp")]
    [Arguments("statsd")]
    public async Task Datagrams_follow_a_name_that_moves_from_an_address_that_takes_them_without_a_word(string scheme)
    {
        Skip.Unless(TwoHosts.CanBe, NoNamespaces);
        await using NamedHosts named = new();
        await named.Names.Start();
        named.Names.Answer(NamedHosts.Dead);
        using ShimmedClock clock = await ShimmedClock.Build();
        await using RemoteReceiver receiver = await RemoteReceiver.Start(named.Hosts, NamedHosts.First, NamedHosts.Port);
        await using MeasuredRun run = new MeasuredRun($"{scheme}://{NamedHosts.Name}:{NamedHosts.Port}", lines: 16)
        {
            Clock = clock,
            Hosts = named.Hosts,
            Interval = "10s",
        }.Start();
        clock.Set(0, 20);
        await run.Until("two ticks", () => run.Truth.Points.Select(static point => point.Stamp).Distinct().Count() >= 2);
        named.Names.Answer(NamedHosts.First);

        await run.Until("datagrams arrive", () => receiver.Lines.Length >= run.Lines, seconds: 60);
    }
}
