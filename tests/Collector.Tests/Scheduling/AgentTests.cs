using System.Net;
using System.Net.Sockets;
using Collector.Delivery;
using Collector.Polling;
using Collector.Scheduling;
using Collector.Service;
using Collector.Sources;
using Collector.Tests.Logging;
using Collector.Wire;

namespace Collector.Tests.Scheduling;

public sealed class AgentTests
{
    [Test]
    public async Task Every_tick_goes_to_every_destination()
    {
        using Workbench bench = new();
        string a = bench.AddFile("a.txt");
        string b = bench.AddFile("b.txt?format=statsd");
        bench.Run([new ScriptedReader("one"), new ScriptedReader("two")], ticks: 2);

        string[] graphite = await File.ReadAllLinesAsync(a);
        await Assert.That(graphite.Length).IsEqualTo(4);
        await Assert.That(graphite[0]).StartsWith("p.h.one 1 ");
        await Assert.That(graphite[3]).StartsWith("p.h.two 2 ");
        await Assert.That(string.Join(' ', await File.ReadAllLinesAsync(b)))
            .IsEqualTo("p.h.one:1|g p.h.two:1|g p.h.one:2|g p.h.two:2|g");
    }

    [Test]
    public async Task Stamps_stand_at_whole_intervals_and_never_twice()
    {
        using Workbench bench = new();
        string path = bench.AddFile("a.txt");
        bench.Run([new ScriptedReader("one")], ticks: 3);
        long[] stamps = [.. (await File.ReadAllLinesAsync(path)).Select(line => long.Parse(line.Split(' ')[2]))];

        // The next tick or, where other tests take all processors for a second, the one after it.
        await Assert.That(stamps[1] - stamps[0]).IsBetween(1, 2);
        await Assert.That(stamps[2] - stamps[1]).IsBetween(1, 2);
    }

    [Test]
    public async Task A_fault_is_told_when_it_comes_and_when_it_goes_and_costs_no_other_group()
    {
        using Workbench bench = new();
        string path = bench.AddFile("a.txt");
        Fault fault = new(FaultKind.Empty, "/proc/x");
        bench.Run([new ScriptedReader("bad") { Faults = [fault, fault, default] }, new ScriptedReader("good")], ticks: 3);

        await Assert.That(string.Join('|', bench.Log.Where(line => line.StartsWith("bad", StringComparison.Ordinal))))
            .IsEqualTo("bad: /proc/x is empty; it is tried again at each tick|bad: reads again");
        await Assert.That((await File.ReadAllLinesAsync(path)).Count(line => line.Contains("good"))).IsEqualTo(3);
    }

    [Test]
    public async Task An_exception_costs_its_group_the_tick_and_no_more()
    {
        using Workbench bench = new();
        string path = bench.AddFile("a.txt");
        bench.Run(
            [new ScriptedReader("bad") { Throws = [true, true, false] }, new ScriptedReader("good")], ticks: 3);

        await Assert.That(string.Join('|', bench.Log.Where(line => line.StartsWith("bad", StringComparison.Ordinal))))
            .IsEqualTo("bad: InvalidOperationException: torn; it is tried again at each tick|bad: reads again");
        string[] lines = await File.ReadAllLinesAsync(path);
        await Assert.That(lines.Count(line => line.Contains("good"))).IsEqualTo(3);
        await Assert.That(lines.Count(line => line.Contains("bad"))).IsEqualTo(1);
    }

    [Test]
    public async Task What_the_collector_counts_of_itself_adds_up()
    {
        using Workbench bench = new();
        string path = bench.AddFile("a.txt");
        bench.Run(
            [new ScriptedReader("bad") { Faults = [default, new(FaultKind.Empty, "x")] }, new ScriptedReader("good")],
            ticks: 2);
        SelfCounters self = bench.Context.Self;

        await Assert.That(self.Lines).IsEqualTo(4ul);
        await Assert.That((long)self.Bytes).IsEqualTo(new FileInfo(path).Length);
        await Assert.That(self.FailedGroups).IsEqualTo(1ul);
        await Assert.That(self.TickSeconds).IsBetween(1e-9, 1);
    }

    [Test]
    public async Task A_tick_that_holds_up_the_next_ones_is_told_by_the_one_after_it()
    {
        using Workbench bench = new();
        string path = bench.AddFile("a.txt");
        bench.Run([new ScriptedReader("one") { Delays = [TimeSpan.FromSeconds(3.2)] }], ticks: 2);
        long[] stamps = [.. (await File.ReadAllLinesAsync(path)).Select(line => long.Parse(line.Split(' ')[2]))];

        // The rest of its own interval, and two others at least.
        await Assert.That((long)bench.Context.Self.MissedTicks).IsEqualTo(stamps[1] - stamps[0] - 1).And.IsGreaterThanOrEqualTo(2);
        await Assert.That(bench.Context.Self.GapSeconds).IsEqualTo(bench.Context.Self.MissedTicks);
        await Assert.That(bench.Log.Count(line => line.Contains("stood still or was too slow", StringComparison.Ordinal))).IsEqualTo(1);
    }

    [Test]
    public async Task Stopping_gives_what_waits_its_time_and_then_gives_it_up()
    {
        using Workbench bench = new();
        bench.AddFile("a.txt");
        using Socket listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        int port = ((IPEndPoint)listener.LocalEndPoint!).Port;
        bench.Add($"graphite://127.0.0.1:{port}");
        TimeSpan stopping = bench.Run([new ScriptedReader("one")], ticks: 1);

        // It tries for 0.8 s; the rest is for other tests on the same processors.
        await Assert.That(stopping.TotalSeconds).IsBetween(0.5, 3);
        await Assert.That(bench.Log[^1]).IsEqualTo($"graphite://127.0.0.1:{port}: 1 line was not delivered");
    }

    [Test]
    public async Task A_group_that_has_nothing_to_say_sends_nothing()
    {
        using Workbench bench = new();
        string path = bench.AddFile("a.txt");
        bench.Run([new ScriptedReader("none") { IsSilent = true }], ticks: 2);

        await Assert.That(new FileInfo(path).Length).IsEqualTo(0);
    }

    /// <summary>An agent's surroundings, in a folder of their own.</summary>
    private sealed class Workbench : IDisposable
    {
        private readonly TemporaryFolder _folder = new();
        private readonly PollSet _set = PollSet.Create();
        private readonly List<Route> _routes = [];

        public SourceContext Context { get; } = new("/");

        public List<string> Log { get; } = [];

        public string AddFile(string name)
        {
            string path = _folder.File(name);
            Add($"file://{path}");
            return path.Split('?')[0];
        }

        public void Add(string uri)
        {
            if (!DestinationUri.TryParse(uri, out DestinationOptions? options, out string? error))
            {
                throw new ArgumentException(error);
            }

            WireNaming naming = new(options.Wire, NameSet.Native, "p.", "h");
            _routes.Add(new(Destination.Create(options, _set, LoggedLines.To(Log), DeliverySettings.Default), naming));
        }

        /// <summary>Runs at an interval of a second.</summary>
        /// <returns>How long it took to stop.</returns>
        public TimeSpan Run(ScriptedReader[] readers, int ticks)
        {
            RunControl control = new(_set);
            Agent agent = new(new()
            {
                Readers = readers,
                Routes = _routes,
                Context = Context,
                Set = _set,
                Control = control,
                Clock = new(TimeSpan.FromSeconds(1)),
                Log = LoggedLines.To(Log),
            });
            DateTime stopped = default;
            readers[^1].AfterRead = read =>
            {
                if (read == ticks)
                {
                    stopped = DateTime.UtcNow;
                    control.Stop();
                }
            };

            AgentEnd end = agent.Run();
            agent.Close([.. _routes.Select(static route => route.Destination)]);
            return end == AgentEnd.Stopped ? DateTime.UtcNow - stopped : throw new InvalidOperationException("It ended.");
        }

        public void Dispose()
        {
            _set.Dispose();
            _folder.Dispose();
        }
    }
}
