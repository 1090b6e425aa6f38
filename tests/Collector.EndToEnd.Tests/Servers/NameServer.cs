namespace Collector.EndToEnd.Tests;

/// <summary>A name server on the receiver of two hosts that knows one name, and can be told what to answer and when not to.</summary>
internal sealed class NameServer(TwoHosts hosts, string name) : IAsyncDisposable
{
    /// <summary>Answers from a table that it reads for each question. A name that is not there does not exist.</summary>
    private const string Script = """
        import socket, struct, sys
        server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        server.bind((sys.argv[1], 53))
        print('ready', flush=True)
        while True:
            query, caller = server.recvfrom(512)
            at, labels = 12, []
            while query[at]:
                labels.append(query[at + 1:at + 1 + query[at]].decode())
                at += 1 + query[at]
            kind = struct.unpack('!H', query[at + 1:at + 3])[0]
            with open(sys.argv[2]) as table:
                rows = [line.split() for line in table]
            addresses = [address for row, address in rows if row == '.'.join(labels)]
            family = socket.AF_INET6 if kind == 28 else socket.AF_INET
            answers = [socket.inet_pton(family, address) for address in addresses
                       if kind in (1, 28) and (':' in address) == (kind == 28)]
            server.sendto(
                query[:2] + struct.pack('!5H', 0x8580 if addresses else 0x8583, 1, len(answers), 0, 0) + query[12:at + 5]
                + b''.join(struct.pack('!3HIH', 0xC00C, kind, 1, 0, len(answer)) + answer for answer in answers),
                caller)
        """;

    private readonly TemporaryFolder _folder = new();
    private ChildProcess? _process;

    private string Table => _folder.File("table");

    /// <summary>Says what addresses the name has from now on, in this order.</summary>
    public void Answer(params string[] addresses)
    {
        File.WriteAllLines(Table + ".new", addresses.Select(address => $"{name} {address}"));
        File.Move(Table + ".new", Table, overwrite: true);
    }

    public async Task Start()
    {
        _process = hosts.StartOnReceiver("/usr/bin/python3", "-c", Script, TwoHosts.ReceiverAddress, Table);
        await Wait.Until("the name server is ready", () => _process.HasExited || _process.Output.Length > 0);
        await Assert.That(_process.HasExited).IsFalse().Because(_process.Error);
    }

    /// <summary>Ends it: who asks is refused.</summary>
    public async Task Stop()
    {
        await _process!.DisposeAsync();
        _process = null;
    }

    /// <summary>Stops it where it stands: who asks gets no answer.</summary>
    public void Pause() => _process!.Send(Signal.Stop);

    public void GoOn() => _process!.Send(Signal.Continue);

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await Stop();
        }

        _folder.Dispose();
    }
}
