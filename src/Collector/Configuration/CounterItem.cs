using System.Globalization;
using Collector.Counters;
using Collector.Metrics;
using Collector.Sources.Windows.Performance;

namespace Collector.Configuration;

/// <summary>A counter that users add, understood.</summary>
/// <param name="Text">As it was written.</param>
/// <param name="Group">The first part of its name.</param>
/// <param name="Source">Where it comes from, with others.</param>
/// <param name="Metric">What it is there, and what it becomes.</param>
internal sealed record CounterItem(CounterText Text, string Group, ConfiguredSource Source, ConfiguredMetric Metric)
{
    /// <summary>The most characters on either side of the dot in a name.</summary>
    public const int MaxNameLength = 64;

    private static readonly string[] s_any = ["name", "unit", "kind", "scale", "description"];

    /// <summary>What a performance counter may have.</summary>
    public static IReadOnlyList<string> Pdh { get; } = ["pdh", .. s_any];

    /// <summary>What a keyed line of a file may have.</summary>
    public static IReadOnlyList<string> Keyed { get; } = ["file", "key", .. s_any];

    /// <summary>What a column of a file may have.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["file", "column", "row", "hex", .. s_any];

    public string Name => $"{Group}.{Metric.Name}";

    /// <summary>Whether it is read together with another.</summary>
    public bool IsOfSameGroup(CounterItem other) => Group == other.Group && Source == other.Source;

    /// <exception cref="UserError">Something in it is wrong.</exception>
    public static CounterItem Parse(CounterText text)
    {
        IReadOnlyList<string> allowed = text.Has("pdh") ? Pdh : text.Has("key") ? Keyed : text.Has("column") ? Columns
            : [.. Pdh.Union(Keyed).Union(Columns)];
        if (text.Keys.FirstOrDefault(key => !allowed.Contains(key)) is string unknown)
        {
            throw text.Wrong(unknown, $"there is no '{unknown}' in such a counter; {Nearest.Hint(unknown, allowed)}");
        }

        string name = text.Require("name");
        if (name.Split('.') is not [string group, string own] || !IsName(group) || !IsName(own))
        {
            throw text.Wrong("name", $"'{name}' is not of the form group.metric, in lower-case letters, digits and single underscores");
        }

        MetricUnit? unit = UnitOf(text);
        MetricKind? kind = KindOf(text);
        ConfiguredMetric metric = new(own, "", unit, kind, ScaleOf(text, unit), text.Find("description") ?? "");
        ConfiguredSource source = text.Has("pdh") ? ParsePdh(text, ref metric)
            : text.Has("file") ? ParseFile(text, ref metric)
            : throw text.Wrong("there is no 'pdh' and no 'file' to take it from; add one of them");
        string description = metric.Description.Length > 0 ? metric.Description : source.Describe(metric);
        return new(text, group, source, metric with { Description = description });
    }

    private static PdhCounters ParsePdh(CounterText text, ref ConfiguredMetric metric)
    {
        CounterPath? path = CounterPath.Parse(text.Require("pdh"), out string fault);
        if (path is null)
        {
            throw text.Wrong("pdh", $"'{text.Find("pdh")}': {fault}");
        }

        metric = metric with { Target = path.Counter };
        return new(path.Object, path.Instances);
    }

    private static FileCounters ParseFile(CounterText text, ref ConfiguredMetric metric)
    {
        string path = text.Require("file");
        if (path is not ['/', _, ..] || path.Split('/').Any(static node => node is "." or ".."))
        {
            throw text.Wrong("file", $"'{path}' is not an absolute path such as /proc/vmstat");
        }

        if (text.Find("key") is string key)
        {
            if (key.Length == 0 || key.EndsWith(':') || key.Any(char.IsWhiteSpace))
            {
                throw text.Wrong("key", $"'{key}' has to be what a line begins with: one word, without its colon");
            }

            metric = metric with { Target = key };
            return new(path, IsKeyed: true, "");
        }

        string row = text.Find("row") ?? "";
        LinePattern? pattern = LinePattern.Parse(row, out string fault);
        if (pattern is null && text.Has("row"))
        {
            throw text.Wrong("row", $"'{row}' cannot be read: {fault}");
        }

        metric = metric with { Column = ColumnOf(text, pattern?.Columns ?? 0), IsHexadecimal = IsHexadecimal(text) };
        return new(path, IsKeyed: false, row);
    }

    private static int ColumnOf(CounterText text, int first)
    {
        string number = text.Find("column") ?? throw text.Wrong("a file needs a 'key' or a 'column'; add one of them");
        return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int column) && column >= first
            ? column
            : throw text.Wrong("column", $"'{number}' has to be a number from {first} on; columns count from 0 and 'row' takes the first ones");
    }

    private static bool IsHexadecimal(CounterText text)
    {
        string flag = text.Find("hex") ?? "false";
        if (!bool.TryParse(flag, out bool isHexadecimal))
        {
            throw text.Wrong("hex", $"'{flag}' has to be true or false");
        }

        return isHexadecimal;
    }

    private static MetricUnit? UnitOf(CounterText text)
    {
        if (text.Find("unit") is not string name)
        {
            // Only a performance counter knows its own.
            return text.Has("pdh") ? null : MetricUnit.Count;
        }

        return MetricUnit.Find(name) ?? throw text.Wrong(
            "unit", $"there is no unit '{name}'; {Nearest.Hint(name, MetricUnit.All.Select(static unit => unit.Name))}");
    }

    private static MetricKind? KindOf(CounterText text)
    {
        string? name = text.Find("kind");
        if (name is not (null or "gauge" or "counter"))
        {
            throw text.Wrong("kind", $"there is no kind '{name}'; there are gauge, counter");
        }

        return name is null ? null : name == "counter" ? MetricKind.Counter : MetricKind.Gauge;
    }

    private static decimal ScaleOf(CounterText text, MetricUnit? unit)
    {
        string number = text.Find("scale") ?? "1";
        bool isNumber = decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal scale);
        if (!isNumber || scale is <= 0 or > ulong.MaxValue)
        {
            throw text.Wrong("scale", $"'{number}' has to be a number above 0 and below 2^64");
        }

        if (unit is not { IsWhole: false } && scale != decimal.Truncate(scale))
        {
            throw text.Wrong("scale", unit is null
                ? $"{number} gives fractions; say with 'unit' what comes out of it"
                : $"{number} gives fractions, and '{unit.Name}' has none; use a whole scale or a unit with decimals");
        }

        return scale;
    }

    private static bool IsName(string text) => text.Length is > 0 and <= MaxNameLength && char.IsAsciiLetterLower(text[0])
        && text.All(static character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '_')
        && !text.EndsWith('_') && !text.Contains("__", StringComparison.Ordinal);
}
