using System.Text;
using Collector.Delivery;

namespace Collector.Tests.Delivery;

public sealed class RingDestinationTests
{
    [Test]
    [Arguments(1)]
    [Arguments(2)]
    [Arguments(3)]
    public async Task Each_node_gets_its_series_and_no_others(int replicas)
    {
        Receiver[] nodes = [new(), new(), new()];
        using DeliveryRig rig = Connected(nodes, $"replicas={replicas}&diverse=false");
        rig.Tick(1, lines: 60);
        rig.Tick(2, lines: 60);
        rig.Until(() => nodes.Sum(static node => Lines(node).Length) == 2 * 60 * replicas);

        for (int node = 0; node < nodes.Length; node++)
        {
            await Assert.That(string.Join(' ', Lines(nodes[node]))).IsEqualTo(Share(rig, node, 60, 1, 2));
        }

        await Assert.That(rig.Destination.LinesSent).IsEqualTo(2 * 60 * replicas);
        await Assert.That(rig.Destination.BytesSent).IsEqualTo(nodes.Sum(static node => node.Text.Length));
        await Assert.That(rig.Destination.IsDown).IsFalse();
        Array.ForEach(nodes, static node => node.Dispose());
    }

    [Test]
    public async Task The_share_of_a_node_that_is_down_waits_for_it()
    {
        int port = Ports.Free();
        using Receiver up = new();
        using DeliveryRig rig = new($"graphite://127.0.0.1:{up.Port}:a,127.0.0.1:{port}:b?policy=hash");
        rig.Until(() => rig.Log.Count == 2);
        up.Accept();
        rig.Tick(1, lines: 40);
        string waiting = Share(rig, 1, 40, 1);
        long count = rig.Destination.LinesWaiting;
        using Receiver back = new(port);
        rig.Now += 2_000;
        rig.Until(() => back.HasCaller);
        back.Accept();
        rig.Until(() => rig.Destination.IsIdle && back.Read().Length > 0 && Lines(back).Length == count);

        await Assert.That(string.Join(' ', Lines(back))).IsEqualTo(waiting);
        await Assert.That(string.Join(' ', Lines(up))).IsEqualTo(Share(rig, 0, 40, 1));
        await Assert.That(string.Join('\n', rig.Log)).Contains($"graphite://127.0.0.1:{port}:b?policy=hash: cannot connect: ");
    }

    [Test]
    public async Task The_share_of_a_node_that_is_down_goes_to_the_next_on_the_ring_if_so_wanted()
    {
        Receiver[] up = [new(), new()];
        using DeliveryRig rig = new(
            $"graphite://127.0.0.1:{up[0].Port}:a,127.0.0.1:{Ports.Free()}:b,127.0.0.1:{up[1].Port}:c?policy=hash&down=reroute");
        rig.Until(() => rig.Log.Count == 3);
        Array.ForEach(up, static node => node.Accept());
        rig.Tick(1, lines: 40);
        rig.Until(() => up.Sum(static node => Lines(node).Length) == 40);

        await Assert.That(string.Join(' ', Lines(up[0]))).IsEqualTo(Share(rig, 0, 40, 1, down: 1));
        await Assert.That(string.Join(' ', Lines(up[1]))).IsEqualTo(Share(rig, 2, 40, 1, down: 1));
        await Assert.That(rig.Destination.LinesWaiting).IsEqualTo(0);
        Array.ForEach(up, static node => node.Dispose());
    }

    [Test]
    public async Task While_all_nodes_are_down_each_share_waits_for_its_own()
    {
        using DeliveryRig rig = new($"graphite://127.0.0.1:{Ports.Free()}:a,127.0.0.1:{Ports.Free()}:b?policy=hash&down=reroute");
        rig.Until(() => rig.Log.Count == 2);
        rig.Tick(1, lines: 40);

        await Assert.That(rig.Destination.IsDown).IsTrue();
        await Assert.That(rig.Destination.LinesWaiting).IsEqualTo(40);
        await Assert.That(rig.Counts.Waiting).IsEqualTo(40);
    }

    [Test]
    public async Task A_thousand_ticks_allocate_nothing()
    {
        Receiver[] nodes = [new(), new(), new()];
        using DeliveryRig rig = Connected(nodes, "replicas=2&diverse=false&replay=2s&ack=none");
        long[] rounds = new long[11];
        for (ulong tick = 1; tick <= 1_100; tick++)
        {
            rig.Tick(tick, lines: 30);
            long before = GC.GetAllocatedBytesForCurrentThread();
            rig.Destination.Submit((long)tick);
            rig.Advance(1_000);
            rounds[(tick - 1) / 100] += GC.GetAllocatedBytesForCurrentThread() - before;
            Array.ForEach(nodes, static node => node.Read());
        }

        // What the runtime allocates on its own account, beside other tests, is not in each round.
        await Assert.That(rounds.Min()).IsEqualTo(0);
        Array.ForEach(nodes, static node => node.Dispose());
    }

    private static DeliveryRig Connected(Receiver[] nodes, string query)
    {
        string list = string.Join(',', nodes.Select(static (node, index) => $"127.0.0.1:{node.Port}:{(char)('a' + index)}"));
        DeliveryRig rig = new($"graphite://{list}?policy=hash&{query}");
        rig.Until(() => rig.Log.Count == nodes.Length);
        Array.ForEach(nodes, static node => node.Accept());
        return rig;
    }

    private static string[] Lines(Receiver node) => node.Read().Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The lines of some ticks that belong to a node.</summary>
    private static string Share(DeliveryRig rig, int node, int lines, long first, long last = 0, int down = -1)
    {
        DestinationOptions options = rig.Destination.Options;
        ConsistentHashRing ring = new(options.Receivers);
        bool[] isLeftOut = new bool[options.Receivers.Count];
        if (down >= 0)
        {
            isLeftOut[down] = true;
        }

        List<string> share = [];
        for (long tick = first; tick <= Math.Max(first, last); tick++)
        {
            for (int line = 0; line < lines; line++)
            {
                int[] found = new int[options.Ring.Replicas];
                int place = ConsistentHashRing.PlaceOf(Encoding.UTF8.GetBytes($"t{line}"));
                int count = ring.Find(place, options.Ring.Diverse, isLeftOut, found);
                if (found.AsSpan(0, count).Contains(node))
                {
                    share.Add($"t{line} {tick} {tick}");
                }
            }
        }

        return string.Join(' ', share);
    }
}
