using Collector.Metrics;

namespace Collector.Configuration;

/// <summary>A property of a counter that users add.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Shape">What its value looks like.</param>
/// <param name="Description">What it says.</param>
internal sealed record CounterProperty(string Name, SettingShape Shape, string Description)
{
    /// <summary>What <c>name</c> looks like; it is at most <see cref="CounterItem.MaxNameLength"/> characters on each side of the dot.</summary>
    private const string NamePattern = "^[a-z](_?[a-z0-9])*\\.[a-z](_?[a-z0-9])*$";

    /// <summary>The words that it may have; empty where there are more than a few.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>A regular expression for its texts; null where none says it.</summary>
    public string? Pattern { get; init; }

    public static IReadOnlyList<CounterProperty> All { get; } =
    [
        new("name", SettingShape.Text, "What it becomes: group.metric.") { Pattern = NamePattern },
        new("pdh", SettingShape.Text, @"The English path of a Windows performance counter: \Object(instances)\Counter.") { Pattern = @"^\\" },
        new("file", SettingShape.Text, "The absolute path of a file on Linux.") { Pattern = "^/." },
        new("key", SettingShape.Text, "What the line begins with, without its colon.") { Pattern = @"^\S*[^\s:]$" },
        new("column", SettingShape.Count, "The column of the line, from 0."),
        new("row", SettingShape.Text, "What the lines look like, as in cpu{instance:integer}."),
        new("hex", SettingShape.Flag, "Whether the number is hexadecimal."),
        new("unit", SettingShape.Text, "What it counts.") { Choices = [.. MetricUnit.All.Select(static unit => unit.Name)] },
        new("kind", SettingShape.Text, "Whether it is counted up (counter) or goes up and down (gauge).") { Choices = ["gauge", "counter"] },
        new("scale", SettingShape.Number, "What it is multiplied by."),
        new("description", SettingShape.Text, "What it means."),
    ];

    public static CounterProperty? Find(string name)
    {
        foreach (CounterProperty property in All)
        {
            if (property.Name == name)
            {
                return property;
            }
        }

        return null;
    }
}
