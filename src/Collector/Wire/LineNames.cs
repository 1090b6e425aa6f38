using System.Text;

namespace Collector.Wire;

/// <summary>What a row's lines begin with: one name a metric, joined when the instance appears and copied ever after.</summary>
internal class LineNames
{
    private byte[] _bytes = [];
    private int[] _ends = [];

    /// <summary>The row's instance as a node; null for a row that stands for the host.</summary>
    public string? Node { get; set; }

    /// <summary>The nth name, with the character that divides it from the value.</summary>
    public ReadOnlySpan<byte> this[int index]
    {
        get
        {
            int start = index == 0 ? 0 : _ends[index - 1];
            return _bytes.AsSpan(start, _ends[index] - start);
        }
    }

    /// <summary>Adds the next name: <paramref name="before"/>, the instance, <paramref name="after"/>.</summary>
    public void Add(WireNaming naming, string before, string after = "")
    {
        string divider = naming.Wire == WireKind.Graphite ? " " : ":";
        byte[] name = Encoding.UTF8.GetBytes($"{naming.Stem}{before}{Node}{after}{divider}");
        _bytes = [.. _bytes, .. name];
        _ends = [.. _ends, _bytes.Length];
    }
}
