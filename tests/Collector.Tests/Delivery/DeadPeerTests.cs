using System.Diagnostics;
using System.Globalization;

namespace Collector.Tests.Delivery;

/// <summary>
/// A receiver whose network goes away without a word. It lives in a network namespace of its own, which takes root.
/// </summary>
public sealed class DeadPeerTests
{
    /// <summary>Another network for each process, since several may run these tests at a time.</summary>
    private static readonly string s_network = string.Create(CultureInfo.InvariantCulture, $"10.79.{Environment.ProcessId % 256}");
    private static readonly string s_here = $"{s_network}.1";
    private static readonly string s_there = $"{s_network}.2";

    /// <summary>Real time: it is the kernel that gives up.</summary>
    [Test]
    public async Task A_peer_that_acknowledges_nothing_is_given_up_and_gets_every_line_when_it_is_back()
    {
        Skip.Unless(Environment.IsPrivilegedProcess && File.Exists("/usr/sbin/ip"), "needs root and ip");
        string name = string.Create(CultureInfo.InvariantCulture, $"collector{Environment.ProcessId}");
        string link = string.Create(CultureInfo.InvariantCulture, $"col{Environment.ProcessId}");
        Ip($"netns add {name}");
        try
        {
            Ip($"link add {link} type veth peer name there netns {name}");
            Ip($"addr add {s_here}/24 dev {link}");
            Ip($"link set {link} up");
            Ip($"-n {name} addr add {s_there}/24 dev there");
            Ip($"-n {name} link set there up");
            await LoseAndFind(name);
        }
        finally
        {
            Ip($"netns del {name}");
        }
    }

    private static async Task LoseAndFind(string space)
    {
        using Process receiver = Start("/usr/sbin/ip", $"netns exec {space} python3 -u -c", $$"""
            import socket, sys, threading
            s = socket.create_server(('{{s_there}}', 0))
            print(s.getsockname()[1])
            def read(c):
                for line in c.makefile():
                    print(line, end='')
            while True:
                threading.Thread(target=read, args=(s.accept()[0],), daemon=True).start()
            """);
        string port = await receiver.StandardOutput.ReadLineAsync() ?? "";
        using DeliveryRig rig = new($"graphite://{s_there}:{port}");
        try
        {
            rig.Until(() => rig.Log.Count == 1);
            rig.Tick(1);
            string? first = await receiver.StandardOutput.ReadLineAsync();
            Ip($"-n {space} link set there down");

            Stopwatch watch = Stopwatch.StartNew();
            long start = rig.Now;
            ulong tick = 1;
            while (rig.Log.Count == 1 && watch.Elapsed.TotalSeconds < 20)
            {
                rig.Now = start + watch.ElapsedMilliseconds;
                rig.Destination.Pump(rig.Now);
                if (watch.Elapsed.TotalSeconds > tick)
                {
                    rig.Tick(++tick);
                }

                await Task.Delay(20);
            }

            double seconds = watch.Elapsed.TotalSeconds;
            long waiting = rig.Destination.LinesWaiting;
            Ip($"-n {space} link set there up");
            List<string?> lines = [];
            Task reading = Task.Run(async () =>
            {
                while (lines.Count == 0 || lines[^1] != $"t0 {tick} {tick}")
                {
                    lines.Add(await receiver.StandardOutput.ReadLineAsync());
                }
            });
            rig.Until(() =>
            {
                rig.Now += 50;
                return reading.IsCompleted;
            });

            await Assert.That(first).IsEqualTo("t0 1 1");
            await Assert.That(seconds).IsBetween(9, 13);
            await Assert.That(waiting).IsGreaterThanOrEqualTo((long)tick - 1);
            await Assert.That(rig.Log[1]).Contains($"; retrying, {waiting} lines wait");
            await Assert.That(lines.Distinct().Count()).IsEqualTo((int)waiting);
        }
        finally
        {
            receiver.Kill(entireProcessTree: true);
        }
    }

    private static void Ip(string arguments)
    {
        using Process process = Start("/usr/sbin/ip", arguments);
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"ip {arguments}: {process.StandardError.ReadToEnd()}");
        }
    }

    private static Process Start(string file, string arguments, params ReadOnlySpan<string> more)
    {
        ProcessStartInfo info = new(file, [.. arguments.Split(' '), .. more])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return Process.Start(info)!;
    }
}
