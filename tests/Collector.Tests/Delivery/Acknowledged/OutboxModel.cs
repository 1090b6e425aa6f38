using System.Globalization;
using System.Text;
using Collector.Delivery;

namespace Collector.Tests.Delivery;

/// <summary>An outbox, and a receiver at the other end of a wire that takes as much as the test wants.</summary>
internal sealed class OutboxModel : IDisposable
{
    private readonly LineLog _log;
    private readonly StringBuilder _torn = new();
    private byte[] _fresh = [];
    private int _ticks;

    public OutboxModel(LogLimits limits, SpoolFolder? folder, long window = 10_000)
    {
        _log = new(limits, folder);
        Outbox = new(_log, window);
    }

    public Outbox Outbox { get; }

    public long Now { get; set; } = 1_000_000;

    /// <summary>Every line as it arrived, whole.</summary>
    public List<string> Wire { get; } = [];

    /// <summary>Every line that arrived at least once.</summary>
    public HashSet<string> Received { get; } = [];

    /// <summary>Lines <c>l(tick).(line)</c>.</summary>
    public void Tick(int lines)
    {
        _ticks++;
        string text = string.Concat(Enumerable.Range(0, lines).Select(line => string.Create(
            CultureInfo.InvariantCulture, $"l{_ticks}.{line} 1 {_ticks}\n")));
        _fresh = Encoding.UTF8.GetBytes(text);
        Outbox.Append(_fresh, lines, _ticks, Now);
        Outbox.Release();
    }

    /// <summary>Sends until the wire has taken so many bytes.</summary>
    public void Send(int bytes, long budget = long.MaxValue)
    {
        while (bytes > 0)
        {
            ReadOnlySpan<byte> piece = Outbox.Next(_fresh, budget, out Lane lane);
            if (piece.IsEmpty)
            {
                return;
            }

            int taken = Math.Min(piece.Length, bytes);
            Arrive(piece[..taken]);
            Outbox.Take(lane, piece, taken);
            bytes -= taken;
            budget -= lane == Lane.Backlog ? taken : 0;
        }
    }

    /// <summary>The connection breaks: half a line is lost with it.</summary>
    public void Break()
    {
        _torn.Clear();
        Outbox.ForgetTail();
        Outbox.SendAgain(Now);
    }

    /// <summary>An earlier connection is in doubt, this one stands.</summary>
    public void SendAgain() => Outbox.SendAgain(Now);

    /// <summary>The receiver has read everything.</summary>
    public void Acknowledge()
    {
        if (!Outbox.HasTail)
        {
            Outbox.Acknowledge(Outbox.Sent);
        }

        Outbox.Trim(Now);
    }

    /// <summary>Sends all and has it acknowledged.</summary>
    public void Finish()
    {
        Send(int.MaxValue);
        Acknowledge();
        if (_torn.Length > 0)
        {
            throw new InvalidOperationException($"A line was never ended: {_torn}");
        }
    }

    public void Dispose() => _log.Close();

    private void Arrive(ReadOnlySpan<byte> bytes)
    {
        foreach (byte letter in bytes)
        {
            if (letter != '\n')
            {
                _torn.Append((char)letter);
                continue;
            }

            string[] parts = _torn.ToString().Split(' ');
            if (parts is not [['l', ..] name, "1", _] || name[1..name.IndexOf('.')] != parts[2])
            {
                throw new InvalidOperationException($"A line is torn: {_torn}");
            }

            Wire.Add(name);
            Received.Add(name);
            _torn.Clear();
        }
    }
}
