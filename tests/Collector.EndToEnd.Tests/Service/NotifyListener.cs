using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace Collector.EndToEnd.Tests;

/// <summary>Listens as systemd does to the services that it started.</summary>
internal sealed class NotifyListener : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
    private readonly List<NotifyMessage> _messages = [];

    /// <param name="address">A path, or an abstract name with <c>@</c> before it.</param>
    public NotifyListener(string address)
    {
        Address = address;
        _socket.Bind(new UnixDomainSocketEndPoint(address.StartsWith('@') ? $"\0{address[1..]}" : address));
        _ = Serve();
    }

    public string Address { get; }

    public NotifyMessage[] Messages
    {
        get
        {
            lock (_messages)
            {
                return [.. _messages];
            }
        }
    }

    /// <summary>How to start a collector that was started by this one, in a session without a terminal.</summary>
    public ProcessStartInfo StartInfo(params string[] arguments)
    {
        ProcessStartInfo start = PublishedCollector.StartInfo("setsid", [PublishedCollector.Path, .. arguments]);
        start.Environment["NOTIFY_SOCKET"] = Address;
        return start;
    }

    public NotifyMessage[] With(string assignment) => [.. Messages.Where(message => message.Lines.Contains(assignment))];

    public void Dispose() => _socket.Dispose();

    private async Task Serve()
    {
        byte[] buffer = new byte[4096];
        try
        {
            while (true)
            {
                int length = await _socket.ReceiveAsync(buffer);
                lock (_messages)
                {
                    _messages.Add(new(Stopwatch.GetTimestamp(), Encoding.UTF8.GetString(buffer, 0, length).Split('\n')));
                }
            }
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
