namespace Collector.EndToEnd.Tests;

/// <summary>A line, and when it came: milliseconds since 1970.</summary>
internal readonly record struct Arrival(string Line, long Time)
{
    public long Stamp => long.Parse(Line.AsSpan(Line.LastIndexOf(' ') + 1));
}
