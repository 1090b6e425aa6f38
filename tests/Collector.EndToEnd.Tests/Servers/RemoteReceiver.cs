using System.Globalization;

namespace Collector.EndToEnd.Tests;

/// <summary>A receiver on the other one of two hosts: takes lines over any number of connections, and in datagrams.</summary>
internal sealed class RemoteReceiver : IAsyncDisposable
{
    private const string Script = """
        import socket, sys, threading
        address = (sys.argv[1], int(sys.argv[2]))
        family = socket.AF_INET6 if ':' in address[0] else socket.AF_INET
        callers = socket.create_server(address, family=family)
        datagrams = socket.socket(family, socket.SOCK_DGRAM)
        datagrams.bind(address)
        print('ready', flush=True)
        def read(caller):
            for line in caller.makefile():
                print(line, end='', flush=True)
        def take():
            while True:
                print(datagrams.recv(65536).decode(), end='', flush=True)
        threading.Thread(target=take, daemon=True).start()
        while True:
            threading.Thread(target=read, args=(callers.accept()[0],), daemon=True).start()
        """;

    private readonly ChildProcess _process;

    private RemoteReceiver(TwoHosts hosts, string address, int port) =>
        _process = hosts.StartOnReceiver("/usr/bin/python3", "-c", Script, address, port.ToString(CultureInfo.InvariantCulture));

    /// <summary>What has arrived so far.</summary>
    public string[] Lines => [.. _process.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)];

    public static async Task<RemoteReceiver> Start(TwoHosts hosts, string address, int port)
    {
        RemoteReceiver receiver = new(hosts, address, port);
        await Wait.Until("the receiver is ready", () => receiver._process.HasExited || receiver._process.Output.Length > 0);
        await Assert.That(receiver._process.HasExited).IsFalse().Because(receiver._process.Error);
        return receiver;
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
