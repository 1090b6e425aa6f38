namespace Collector.EndToEnd.Tests;

/// <summary>What one run of the Windows executable read of the host.</summary>
internal sealed class WineReading
{
    private const int Done = 0;
    private const int InputOutput = 74;

    private readonly Dictionary<string, double> _values;

    private WineReading(CommandResult result)
    {
        string lines = result.Output.ReplaceLineEndings("\n").Replace("h.", "", StringComparison.Ordinal);
        _values = Point.ParseAll(lines).ToDictionary(static point => point.Path, static point => point.Value);
        Faults = result.Error;
    }

    /// <summary>What it says of that which it could not read.</summary>
    public string Faults { get; }

    /// <summary>The names of all that it read.</summary>
    public IEnumerable<string> Metrics => _values.Keys;

    /// <summary>A metric by its name on this host, such as <c>tcp.listen</c>.</summary>
    public double this[string metric] => _values[metric];

    /// <summary>Reads some groups once. That something cannot be read is no reason to leave out the rest.</summary>
    /// <exception cref="InvalidOperationException">It broke off.</exception>
    public static async Task<WineReading> Take(WineHost wine, string groups, params string[] options)
    {
        CommandResult result = await wine.Run(
            ["once", "--format", "graphite", "--host", "h", "--prefix", "", "--group", groups, .. options]);
        if (result.ExitCode is not (Done or InputOutput))
        {
            throw new InvalidOperationException($"'once' ended with {result.ExitCode}: {result.Error}{result.Output}");
        }

        return new(result);
    }

    /// <summary>Whether a metric was read.</summary>
    public bool Has(string metric) => _values.ContainsKey(metric);
}
