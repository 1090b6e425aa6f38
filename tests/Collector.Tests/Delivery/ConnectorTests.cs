using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Collector.Delivery;
using Collector.Polling;

namespace Collector.Tests.Delivery;

/// <summary>Receivers that answer, refuse and say nothing, and a clock that the test sets.</summary>
public sealed class ConnectorTests : IDisposable
{
    private readonly PollSet _set = PollSet.Create();
    private long _now = 1_000;

    [Test]
    public async Task A_receiver_that_refuses_leaves_its_place_to_the_next_at_once()
    {
        using Receiver second = new();
        Connector connector = Create($"127.0.0.1:{Ports.Free()},127.0.0.1:{second.Port}");

        await Assert.That(Until(connector)).IsEqualTo(SocketStatus.Done);
        await Assert.That(connector.Receiver.Port).IsEqualTo(second.Port);
        await Assert.That(_now).IsEqualTo(1_000);
        connector.Take().Dispose();
    }

    [Test]
    public async Task Beside_one_that_says_nothing_the_next_is_tried_after_a_second()
    {
        using Silence silence = new();
        using Receiver second = new();
        Connector connector = Create($"127.0.0.1:{silence.Port},127.0.0.1:{second.Port}");
        connector.Pump(_now);
        connector.Pump(_now);
        bool isEarly = second.HasCaller;

        await Assert.That(connector.Deadline).IsEqualTo(2_000);
        Reach(2_000);
        await Assert.That(Until(connector)).IsEqualTo(SocketStatus.Done);
        await Assert.That(isEarly).IsFalse();
        await Assert.That(connector.Receiver.Port).IsEqualTo(second.Port);
        connector.Take().Dispose();
    }

    [Test]
    public async Task The_first_receiver_is_the_first_again_at_the_next_attempt()
    {
        int port = Ports.Free();
        using Receiver second = new();
        Connector connector = Create($"127.0.0.1:{port},127.0.0.1:{second.Port}");
        Until(connector);
        connector.Take().Dispose();
        using Receiver first = new(port);

        await Assert.That(Until(connector)).IsEqualTo(SocketStatus.Done);
        await Assert.That(connector.Receiver.Port).IsEqualTo(port);
        connector.Take().Dispose();
    }

    [Test]
    public async Task A_name_with_two_families_is_tried_by_both()
    {
        using Receiver receiver = new();
        Connector connector = Create($"localhost:{receiver.Port}");

        await Assert.That(Until(connector)).IsEqualTo(SocketStatus.Done);
        connector.Take().Dispose();
    }

    [Test]
    public async Task Nobody_is_waited_for_longer_than_five_seconds()
    {
        using Silence silence = new();
        Connector connector = Create($"127.0.0.1:{silence.Port}");
        connector.Pump(_now);
        await Assert.That(connector.Deadline).IsEqualTo(6_000);
        Reach(6_000);

        await Assert.That(connector.Pump(_now)).IsEqualTo(SocketStatus.Failed);
        await Assert.That(connector.Error).IsEqualTo("no answer for 5 s");
        await Assert.That(connector.IsRunning).IsFalse();
    }

    [Test]
    public async Task Each_receiver_that_failed_is_named()
    {
        int a = Ports.Free();
        Connector connector = Create($"127.0.0.1:{a},no-such-host.invalid:2003");

        await Assert.That(Until(connector)).IsEqualTo(SocketStatus.Failed);
        await Assert.That(connector.Error).StartsWith($"127.0.0.1:{a}: Connection refused (111); no-such-host.invalid:2003: no address for 'no-such-host.invalid': ");
    }

    [Test]
    public async Task Families_take_turns()
    {
        Endpoint[] order = AddressOrder.Interleave([new(6, [1]), new(6, [2]), new(6, [3]), new(4, [4]), new(4, [5])]);

        await Assert.That(string.Join(' ', order.Select(static endpoint => endpoint.Address[0]))).IsEqualTo("1 4 2 5 3");
    }

    public void Dispose() => _set.Dispose();

    private void Reach(long time) => _now = time;

    private Connector Create(string receivers) =>
        DestinationUri.TryParse($"graphite://{receivers}", out DestinationOptions? options, out string? error)
            ? new(options, _set, patience: 10_000)
            : throw new ArgumentException(error);

    /// <summary>Does what the loop does, with real waits but the test's time.</summary>
    private SocketStatus Until(Connector connector)
    {
        Stopwatch watch = Stopwatch.StartNew();
        SocketStatus status;
        while ((status = connector.Pump(_now)) == SocketStatus.Pending)
        {
            if (watch.Elapsed.TotalSeconds > 10)
            {
                throw new TimeoutException("It never ended.");
            }

            _set.Clear();
            connector.AddTo(_set);
            _set.Wait(2_000_000);
        }

        return status;
    }

    /// <summary>A listener whose queue is full: who calls gets no answer.</summary>
    private sealed class Silence : IDisposable
    {
        private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        private readonly List<Socket> _callers = [];

        public Silence()
        {
            _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
            _listener.Listen(0);
            for (int caller = 0; caller < 4; caller++)
            {
                Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { Blocking = false };
                _callers.Add(socket);
                try
                {
                    socket.Connect(_listener.LocalEndPoint!);
                }
                catch (SocketException)
                {
                    // Under way; nobody will accept it.
                }
            }

            Thread.Sleep(50);
        }

        public int Port => ((IPEndPoint)_listener.LocalEndPoint!).Port;

        public void Dispose()
        {
            _callers.ForEach(static socket => socket.Dispose());
            _listener.Dispose();
        }
    }
}
