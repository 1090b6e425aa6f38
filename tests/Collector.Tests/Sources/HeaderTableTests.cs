using System.Text;
using Collector.Sources;

namespace Collector.Tests.Sources;

/// <summary>Lines of names with lines of values below, as in /proc/net/snmp.</summary>
public sealed class HeaderTableTests
{
    private readonly HeaderTable _table = new("Tcp:", [new("InSegs", 0), new("OutSegs", 1), new("InCsumErrors", 2, IsOptional: true)]);

    [Test]
    [Arguments("Tcp: InSegs OutSegs\nTcp: 5 6\n", "0=5 1=6")]
    [Arguments("Tcp: OutSegs MaxConn InSegs InCsumErrors\nTcp: 6 -1 5 7\n", "1=6 0=5 2=7")]
    [Arguments("Ip: InSegs\nIp: 1\nTcpExt: InSegs\nTcpExt: 2\nTcp: InSegs OutSegs\nTcp: 5 6\nUdp: OutSegs\nUdp: 3\n", "0=5 1=6")]
    [Arguments("Tcp: InSegs\nTcp: 5\n", "0=5; snmp, line 1: there is no name 'OutSegs'")]
    [Arguments("Tcp: InSegs OutSegs\nUdp: 5 6\n", "; snmp has no line 'Tcp:'")]
    [Arguments("Tcp: InSegs OutSegs\nTcp: 5 6", "; snmp ends in the middle of line 2")]
    [Arguments("Tcp: InSegs OutSegs\n", "; snmp has no line 'Tcp:'")]
    [Arguments("", "; snmp has no line 'Tcp:'")]
    public async Task Values_are_found_by_their_names(string text, string expected) =>
        await Assert.That(Read(text)).IsEqualTo(expected);

    [Test]
    public async Task Names_that_change_are_looked_at_anew()
    {
        string before = Read("Tcp: InSegs OutSegs\nTcp: 5 6\n");
        string after = Read("Tcp: OutSegs InSegs\nTcp: 5 6\n");

        await Assert.That(before).IsEqualTo("0=5 1=6");
        await Assert.That(after).IsEqualTo("1=5 0=6");
    }

    [Test]
    public async Task Names_that_stay_cost_no_memory()
    {
        byte[] text = "Tcp: InSegs OutSegs\nTcp: 5 6\n"u8.ToArray();
        Find(text);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Find(text);

        await Assert.That(GC.GetAllocatedBytesForCurrentThread() - before).IsEqualTo(0);
    }

    [Test]
    public async Task Where_all_is_optional_nothing_is_missing()
    {
        LineReader lines = new("Ip: 1\n"u8);
        bool isFound = new HeaderTable("TcpExt:", [new("ListenDrops", 0, IsOptional: true)]).TryFind(ref lines, "netstat", out Fault fault);

        await Assert.That(isFound).IsFalse();
        await Assert.That(fault).IsEqualTo(Fault.None);
    }

    private void Find(byte[] text)
    {
        LineReader lines = new(text);
        _table.TryFind(ref lines, "snmp", out _);
    }

    private string Read(string text)
    {
        LineReader lines = new(Encoding.UTF8.GetBytes(text));
        bool isFound = _table.TryFind(ref lines, "snmp", out Fault fault);
        List<string> values = [];
        if (isFound)
        {
            FieldReader fields = new(lines.Current);
            for (int column = 1; column < _table.Metrics.Length; column++)
            {
                if (_table.Metrics[column] >= 0 && fields.TryReadWhole(column, out ulong value))
                {
                    values.Add($"{_table.Metrics[column]}={value}");
                }
            }
        }

        return string.Join(' ', values) + (fault.IsNone ? "" : $"; {fault}");
    }
}
