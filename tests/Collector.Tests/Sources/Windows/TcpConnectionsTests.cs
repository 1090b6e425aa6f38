using Collector.Interop;
using Collector.Sources.Windows;

namespace Collector.Tests;

/// <summary>What is made of the tables of connections that Windows keeps.</summary>
public sealed class TcpConnectionsTests
{
    [Test]
    public async Task Connections_over_IPv4_and_IPv6_are_counted_together_by_their_state()
    {
        // Each state by its number, as often as the number says; 12 is one that waits to be deleted.
        Iphlpapi.MIB_TCPROW_OWNER_PID[] v4 =
            [.. Enumerable.Range(1, 12).SelectMany(static state => Enumerable.Repeat((uint)state, state))
                .Select(static state => new Iphlpapi.MIB_TCPROW_OWNER_PID { dwState = state })];
        Iphlpapi.MIB_TCP6ROW_OWNER_PID[] v6 =
            [new() { dwState = Iphlpapi.MIB_TCP_STATE_LISTEN }, new() { dwState = 5 }, new() { dwState = 100 }];

        await Assert.That(TcpConnections.Count(v4, v6)).IsEqualTo(new()
        {
            Close = 1,
            Listen = 3,
            SynSent = 3,
            SynRecv = 4,
            Established = 6,
            FinWait1 = 6,
            FinWait2 = 7,
            CloseWait = 8,
            Closing = 9,
            LastAck = 10,
            TimeWait = 11,
        });
    }
}
