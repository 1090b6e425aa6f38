using System.Text;

namespace Collector.Sources;

/// <summary>
/// Two lines of a file that begin with the same word: names, and below them their values (<c>/proc/net/snmp</c>). Which
/// column is whose is worked out when the names change.
/// </summary>
internal sealed class HeaderTable(string word, HeaderKey[] keys)
{
    private readonly byte[] _word = Encoding.UTF8.GetBytes(word);
    private byte[] _names = [];
    private int[] _metrics = [];
    private string? _missing;

    /// <summary>For each column its metric; -1 for one that nobody wants.</summary>
    public ReadOnlySpan<int> Metrics => _metrics;

    /// <summary>Moves on to the line of values.</summary>
    /// <param name="lines">The file's lines.</param>
    /// <param name="path">What the file is called.</param>
    /// <param name="fault">What is missing and should be there.</param>
    public bool TryFind(ref LineReader lines, string path, out Fault fault)
    {
        while (lines.Next())
        {
            if (!HasWord(lines.Current))
            {
                continue;
            }

            if (!lines.Current.SequenceEqual(_names))
            {
                Learn(lines.Current);
            }

            if (!lines.Next() || !HasWord(lines.Current))
            {
                break;
            }

            fault = _missing is null ? Fault.None : new(FaultKind.MissingName, path, Line: lines.Number - 1, Field: _missing);
            return true;
        }

        bool isNeeded = Array.Exists(keys, static key => !key.IsOptional);
        fault = lines.IsTruncated ? new(FaultKind.Truncated, path, Line: lines.Number + 1)
            : isNeeded ? new(FaultKind.MissingKey, path, Field: word)
            : Fault.None;
        return false;
    }

    private bool HasWord(ReadOnlySpan<byte> line) =>
        line.Length > _word.Length && line.StartsWith(_word) && line[_word.Length] <= (byte)' ';

    private void Learn(ReadOnlySpan<byte> line)
    {
        _names = line.ToArray();
        string[] names = Encoding.UTF8.GetString(line).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        _metrics = Array.ConvertAll(names, MetricOf);
        _missing = Array.Find(keys, key => !key.IsOptional && !names.Contains(key.Name)).Name;
    }

    private int MetricOf(string name)
    {
        int index = Array.FindIndex(keys, key => key.Name == name);
        return index < 0 ? -1 : keys[index].Metric;
    }
}
