namespace Collector.EndToEnd.Tests;

/// <summary>What one run of the Windows executable read of the host.</summary>
internal sealed class WineReading
{
    private readonly Dictionary<string, double> _values;

    private WineReading(string output) =>
        _values = Point.ParseAll(output.ReplaceLineEndings("\n")).ToDictionary(static point => point.Path, static point => point.Value);

    /// <summary>The names of all that it read.</summary>
    public IEnumerable<string> Metrics => _values.Keys;

    /// <summary>A metric by its name on this host, such as <c>tcp.listen</c>.</summary>
    public double this[string metric] => _values[metric];

    /// <summary>Reads some groups once.</summary>
    /// <exception cref="InvalidOperationException">Something failed.</exception>
    public static async Task<WineReading> Take(WineHost wine, string groups, params string[] options)
    {
        CommandResult result = await wine.Run(
            ["once", "--format", "graphite", "--host", "h", "--prefix", "", "--group", groups, .. options]);
        if (result.ExitCode != 0)
        {
            throw new InvalidOperationException($"'once' ended with {result.ExitCode}: {result.Error}");
        }

        return new(result.Output.Replace("h.", "", StringComparison.Ordinal));
    }

    /// <summary>Whether a metric was read.</summary>
    public bool Has(string metric) => _values.ContainsKey(metric);
}
