using System.Runtime.Versioning;
using Collector.Interop;

namespace Collector.Sources.Windows;

/// <summary>The end points of one protocol in one family of addresses: a count, and rows behind it.</summary>
[SupportedOSPlatform("windows")]
internal sealed unsafe class EndpointTable(bool isTcp, uint family)
{
    private const int MostAttempts = 5;

    private readonly NativeBuffer _buffer = new(32 * 1024);
    private bool _isValid;

    public Fault Refresh()
    {
        uint error = Iphlpapi.ERROR_INSUFFICIENT_BUFFER;
        for (int attempt = 0; attempt < MostAttempts && error == Iphlpapi.ERROR_INSUFFICIENT_BUFFER; attempt++)
        {
            uint size = _buffer.Size;
            error = Ask(&size);
            if (error == Iphlpapi.ERROR_INSUFFICIENT_BUFFER)
            {
                _buffer.Grow(size);
            }
        }

        _isValid = error == 0;

        // A host without IPv6 has none of its end points.
        return _isValid || (family == Iphlpapi.AF_INET6 && error == Iphlpapi.ERROR_NOT_SUPPORTED)
            ? Fault.None
            : new(FaultKind.CallFailed, isTcp ? "GetExtendedTcpTable" : "GetExtendedUdpTable", (int)error);
    }

    /// <typeparam name="TRow">The row that the system has for the protocol and the family.</typeparam>
    public ReadOnlySpan<TRow> Rows<TRow>()
        where TRow : unmanaged =>
        _isValid ? new(_buffer.Start + sizeof(uint), *(int*)_buffer.Start) : default;

    private uint Ask(uint* size) => isTcp
        ? Iphlpapi.GetExtendedTcpTable(_buffer.Start, size, 0, family, Iphlpapi.TCP_TABLE_OWNER_PID_ALL, 0)
        : Iphlpapi.GetExtendedUdpTable(_buffer.Start, size, 0, family, Iphlpapi.UDP_TABLE_OWNER_PID, 0);
}
