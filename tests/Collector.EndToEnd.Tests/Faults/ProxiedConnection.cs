using System.Net;
using System.Net.Sockets;

namespace Collector.EndToEnd.Tests;

/// <summary>
/// A connection through a <see cref="FaultyProxy"/>. Whatever goes wrong, it never acknowledges what the receiver has
/// not read: it closes in order only after the receiver did, or when it has passed on all that it took.
/// </summary>
internal sealed class ProxiedConnection(Socket sender, int port, Fault fault, ConnectionAudit lines) : IDisposable
{
    private static readonly TimeSpan s_stall = TimeSpan.FromSeconds(2);

    private readonly Socket _receiver = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly byte[] _buffer = new byte[16384];
    private Fault _fault = fault;
    private long _passed;

    /// <summary>Passes on until the end, whatever end that is.</summary>
    /// <returns>The fault that came to pass.</returns>
    public async Task<FaultKind> Run()
    {
        FaultKind happened = FaultKind.None;
        using CancellationTokenSource timer = new(_fault.AfterTime);
        try
        {
            await _receiver.ConnectAsync(IPAddress.Loopback, port, timer.Token);
            while (true)
            {
                CancellationToken token = happened == FaultKind.None ? timer.Token : CancellationToken.None;
                if (await Pass(token))
                {
                    return happened;
                }

                happened = _fault.Kind;
                if (happened != FaultKind.HalfClose)
                {
                    await End(happened);
                    return happened;
                }

                // What it reads from here on arrives, but the sender has no reason to believe that.
                sender.Shutdown(SocketShutdown.Send);
                _fault = Fault.None;
            }
        }
        catch (SocketException) when (happened == FaultKind.None)
        {
            sender.Close(0);
            throw;
        }
    }

    public void Dispose()
    {
        _receiver.Dispose();
        sender.Dispose();
    }

    /// <summary>Passes on until the end, and passes the receiver's answer back, unless the fault comes before.</summary>
    /// <returns>Whether that was the end.</returns>
    private async Task<bool> Pass(CancellationToken token)
    {
        try
        {
            while (await sender.ReceiveAsync(_buffer, token) is int read and > 0)
            {
                lines.Take(_buffer.AsSpan(0, read));
                int allowed = (int)Math.Min(read, _fault.AfterBytes - _passed);
                _passed += allowed;
                await _receiver.SendAsync(_buffer.AsMemory(0, allowed), CancellationToken.None);
                if (allowed < read)
                {
                    return await Rest(read - allowed, allowed);
                }
            }

            _receiver.Shutdown(SocketShutdown.Send);
            while (await _receiver.ReceiveAsync(_buffer, token) > 0)
            {
                // Carbon answers nothing but the end.
            }

            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>What was read already and is still to be passed on, unless it is to be lost.</summary>
    private async Task<bool> Rest(int bytes, int from)
    {
        if (_fault.Kind is FaultKind.Close or FaultKind.HalfClose)
        {
            await _receiver.SendAsync(_buffer.AsMemory(from, bytes), CancellationToken.None);
        }

        return false;
    }

    private async Task End(FaultKind kind)
    {
        if (kind == FaultKind.Stall)
        {
            await Task.Delay(s_stall);
        }

        if (kind != FaultKind.Close)
        {
            sender.Close(0);
        }
    }
}
