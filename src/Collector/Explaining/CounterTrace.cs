using Collector.Metrics;
using Collector.Sources.Recordings;
using Collector.Sources.Windows.Performance;

namespace Collector.Explaining;

/// <summary>Finds the raw numbers of a performance counter that a value was made of.</summary>
internal static class CounterTrace
{
    /// <param name="recorded">What was read.</param>
    /// <param name="source">The object.</param>
    /// <param name="origin">The counter.</param>
    /// <param name="instance">The row's instance.</param>
    /// <returns>Null if the object gave no such counter.</returns>
    public static RawReading? Read(MemoryRecorder recorded, SourceInfo source, Origin origin, Instance instance)
    {
        if (CounterPath.Parse($@"{source.Subject}\{origin.Place}", out _) is not CounterPath declared)
        {
            return null;
        }

        string path = (instance.Name.Length > 0 ? declared with { Instances = instance.Name } : declared).Text;
        return recorded.Counters.Find(path) is RawCounter raw
            ? new(path, TextOf(raw), FormulaOf(raw) is string formula ? formula + origin.Conversion : "")
            : null;
    }

    private static List<string> TextOf(RawCounter raw)
    {
        CounterType type = CounterType.Of(raw.Type);
        List<string> text = [$"type = 0x{raw.Type:x8}", $"value = {raw.Value}"];
        if (raw.Second > 0)
        {
            text.Add($"{(type.HasBase ? "base" : "clock")} = {raw.Second}");
        }

        if (raw.Frequency > 1)
        {
            text.Add($"clock ticks in a second = {raw.Frequency}");
        }

        return text;
    }

    /// <summary>What makes the value of one reading; null where it takes two.</summary>
    private static string? FormulaOf(RawCounter raw)
    {
        CounterType type = CounterType.Of(raw.Type);
        return type.Meaning switch
        {
            CounterMeaning.Level or CounterMeaning.Total => $"{raw.Value}",
            CounterMeaning.Time when !type.IsInverse => $"{raw.Value} / {raw.Frequency}",
            CounterMeaning.Elapsed => $"({raw.Second} - {raw.Value}) / {raw.Frequency}",
            CounterMeaning.Fraction => $"percent({raw.Value}, {raw.Second})",
            _ => null,
        };
    }
}
