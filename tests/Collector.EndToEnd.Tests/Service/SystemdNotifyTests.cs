using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace Collector.EndToEnd.Tests.Service;

/// <summary>What systemd hears from a service, on a socket of the test's.</summary>
public sealed class SystemdNotifyTests
{
    [Test]
    [Arguments(false)]
    [Arguments(true)]
    public async Task It_says_when_it_is_ready_alive_reloading_and_stopping(bool isAbstract)
    {
        using TemporaryFolder folder = new();
        string name = isAbstract ? $"@collector-{Guid.NewGuid()}" : folder.File("notify");
        using Socket socket = new(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(isAbstract ? "\0" + name[1..] : name));
        List<string> heard = [];
        using CancellationTokenSource end = new();
        Task listening = Listen(socket, heard, end.Token);

        string sent = folder.File("sent.txt");
        string file = folder.Write("collector.json", $$"""{ "to": ["file://{{sent}}"], "interval": "1s", "group": "uptime" }""");
        ProcessStartInfo start = PublishedCollector.StartInfo("setsid", [PublishedCollector.Path, "run", "--config", file]);
        start.Environment["NOTIFY_SOCKET"] = name;
        start.Environment["WATCHDOG_USEC"] = "1000000";
        await using ChildProcess collector = new(start);
        await Wait.Until("it is ready", () => Has(heard, "READY=1"));
        await Assert.That(Point.Read(sent).Count).IsGreaterThan(0);
        int before = Count(heard, "WATCHDOG=1");
        await Task.Delay(TimeSpan.FromSeconds(3));
        await Assert.That(Count(heard, "WATCHDOG=1") - before).IsGreaterThanOrEqualTo(3);
        await Assert.That(Has(heard, "lines sent, 0 wait, 0 dropped")).IsTrue();

        collector.Send(Signal.HangUp);
        await Wait.Until("it was reloaded", () => Has(heard, "RELOADING=1\nMONOTONIC_USEC=") && Count(heard, "READY=1") >= 2);
        collector.Send(Signal.Terminate);
        await collector.Exit();
        await Wait.Until("it stopped", () => Has(heard, "STOPPING=1"));
        await end.CancelAsync();
        await listening;
    }

    private static async Task Listen(Socket socket, List<string> heard, CancellationToken end)
    {
        byte[] buffer = new byte[4096];
        while (!end.IsCancellationRequested)
        {
            try
            {
                int length = await socket.ReceiveAsync(buffer, end);
                lock (heard)
                {
                    heard.Add(Encoding.UTF8.GetString(buffer, 0, length));
                }
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private static bool Has(List<string> heard, string text) => Count(heard, text) > 0;

    private static int Count(List<string> heard, string text)
    {
        lock (heard)
        {
            return heard.Count(message => message.Contains(text, StringComparison.Ordinal));
        }
    }
}
