using System.Globalization;
using Collector.Metrics;
using Collector.Sources;
using Collector.Sources.Windows.Performance;

namespace Collector.Tests.Sources.Performance;

/// <summary>A set of counters over a registry of the test's own.</summary>
internal sealed class CounterRig
{
    public SourceContext Context { get; } = new("/");

    public CounterRig(string name, string? instances, params string[] counters)
    {
        Counters = new(Context, Registry, set => Query?.Invoke(set)) { Milliseconds = () => Now };
        Set = new(Counters, name, instances, counters);
    }

    public ScriptedRegistry Registry { get; } = new();

    public PerformanceCounters Counters { get; }

    public CounterSet Set { get; }

    public Func<CounterSet, ICounterQuery?>? Query { get; set; }

    public long Now { get; set; }

    public Fault Fault { get; private set; }

    /// <summary>Reads in a tick of its own.</summary>
    public CounterRig Tick(byte[]? answer = null)
    {
        Registry.Answer = answer ?? Registry.Answer;
        Context.BeginTick();
        Fault = Set.Read();
        return this;
    }

    /// <summary>Each row with its values: <c>name: 1 2.5 -</c>.</summary>
    public string Text()
    {
        List<string> rows = [];
        foreach (CounterRow row in Set.Rows)
        {
            IEnumerable<string> values = Enumerable.Range(0, Set.Counters.Length).Select(counter => Text(row[counter]));
            rows.Add($"{row.Instance.Name}: {string.Join(' ', values)}");
        }

        return string.Join('\n', rows);
    }

    private static string Text(MetricValue value) => !value.IsPresent ? "-"
        : value.IsWhole ? value.Whole.ToString(CultureInfo.InvariantCulture)
        : value.Number.ToString("0.######", CultureInfo.InvariantCulture);
}
