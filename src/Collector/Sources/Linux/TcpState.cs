namespace Collector.Sources.Linux;

/// <summary>The kernel's numbers for the states of a socket.</summary>
/// <remarks>https://github.com/torvalds/linux/blob/v6.12/include/net/tcp_states.h</remarks>
internal enum TcpState
{
    Established = 1,
    SynSent = 2,
    SynRecv = 3,
    FinWait1 = 4,
    FinWait2 = 5,
    TimeWait = 6,
    Close = 7,
    CloseWait = 8,
    LastAck = 9,
    Listen = 10,
    Closing = 11,
}
