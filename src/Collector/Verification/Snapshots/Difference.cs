using System.Globalization;
using Collector.Metrics;
using Collector.Reports;

namespace Collector.Verification;

/// <summary>What is not the same in two snapshots.</summary>
/// <param name="Path">Where.</param>
/// <param name="Expected">What the first one has; null if it has nothing there.</param>
/// <param name="Found">What the second one has; null if it has nothing there.</param>
internal sealed record Difference(SnapshotPath Path, SnapshotValue? Expected, SnapshotValue? Found)
{
    private const string Absent = "absent";

    /// <summary>By what share a number grew: 0.5 for half as much again; null for what has no share.</summary>
    public double? Change =>
        Expected is { Kind: SnapshotValueKind.Number, Number: not 0 } before && Found is { Kind: SnapshotValueKind.Number } after
            ? (double)((after.Number - before.Number) / Math.Abs(before.Number))
            : null;

    /// <summary>The change as people read it: <c>+50.0%</c>; empty if there is none.</summary>
    public string ChangeText => Change is not double change ? ""
        : Math.Abs(change) < 0.0005 ? change < 0 ? "-<0.1%" : "+<0.1%"
        : (change < 0 ? "-" : "+") + Math.Abs(100 * change).ToString("#,0.0", CultureInfo.InvariantCulture) + "%";

    /// <summary>What was expected and what was found, as people read them.</summary>
    public (string Expected, string Found) Texts()
    {
        string expected = Text(Expected, isExact: false);
        string found = Text(Found, isExact: false);
        return expected == found ? (Text(Expected, isExact: true), Text(Found, isExact: true)) : (expected, found);
    }

    private string Text(SnapshotValue? value, bool isExact) => value switch
    {
        null => Absent,
        { Kind: SnapshotValueKind.Text } text => isExact ? $"\"{HumanFormat.Name(text.Text!)}\"" : HumanFormat.Name(text.Text!),
        { Kind: SnapshotValueKind.Truth } truth => truth.IsTrue ? "true" : "false",
        { Kind: SnapshotValueKind.Number } number => isExact ? Exact(number.Number) : ValueFormat.Of((double)number.Number, ValueType.OfUnit(Unit)),
        _ => "present",
    };

    private static string Exact(decimal number) => number.ToString("#,0.############", CultureInfo.InvariantCulture);

    /// <summary>The unit that the metric is declared with; a plain number's if this version does not know it.</summary>
    private string Unit
    {
        get
        {
            string group = Path.Group;
            MetricGroup? known = Array.Find(Catalog.Groups.ToArray(), candidate => candidate.Name == group);
            return known is not null && Path.Metric is not null && Provenance.Find(known, Path.Metric) is MetricInfo metric
                ? metric.Unit
                : MetricUnit.Count.Name;
        }
    }
}
