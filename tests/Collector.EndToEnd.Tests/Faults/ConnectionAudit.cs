using System.Text;

namespace Collector.EndToEnd.Tests;

/// <summary>One connection's bytes as lines. What has no end when the connection ends counts as nothing, as at carbon.</summary>
internal sealed class ConnectionAudit(LineAudit audit)
{
    private readonly StringBuilder _rest = new();

    public void Take(ReadOnlySpan<byte> bytes)
    {
        while (bytes.IndexOf((byte)'\n') is int end and >= 0)
        {
            audit.Take(_rest.Append(Encoding.UTF8.GetString(bytes[..end])).ToString());
            _rest.Clear();
            bytes = bytes[(end + 1)..];
        }

        _rest.Append(Encoding.UTF8.GetString(bytes));
    }
}
