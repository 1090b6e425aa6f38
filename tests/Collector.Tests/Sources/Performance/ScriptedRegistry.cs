using System.Text;
using Collector.Sources.Windows.Performance;

namespace Collector.Tests.Sources.Performance;

/// <summary>A registry that answers what the test says, and remembers what it was asked.</summary>
internal sealed class ScriptedRegistry : ICounterRegistry
{
    private byte[] _data = [];

    /// <summary>What the next query brings.</summary>
    public byte[] Answer { get; set; } = [];

    public int Error { get; set; }

    /// <summary>Number and name by turns.</summary>
    public string Names { get; set; } = "1\0" + "1847\0" + "238\0Processor\0" + "6\0% Processor Time\0";

    public List<string> Queries { get; } = [];

    public int NameReads { get; private set; }

    public ReadOnlySpan<byte> Data => _data;

    public int Query(string titles)
    {
        Queries.Add(titles);
        _data = Error == 0 ? Answer : [];
        return Error;
    }

    public CounterNameTable ReadNames()
    {
        NameReads++;
        return new(Encoding.Unicode.GetBytes(Names));
    }
}
