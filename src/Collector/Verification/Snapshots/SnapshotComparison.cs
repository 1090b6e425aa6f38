using Collector.Filters;

namespace Collector.Verification;

/// <summary>Finds what is not the same in two snapshots.</summary>
internal static class SnapshotComparison
{
    /// <param name="golden">What is expected.</param>
    /// <param name="current">What there is.</param>
    /// <param name="tolerance">By what share of the expected one a number may differ: 0.05 for 5 %.</param>
    /// <param name="ignore">Patterns of paths, instances and groups that are not looked at.</param>
    /// <returns>The differences by their paths. An instance that only one has is one difference, whatever it holds.</returns>
    public static IReadOnlyList<Difference> Compare(Snapshot golden, Snapshot current, decimal tolerance, IReadOnlyList<string> ignore)
    {
        List<Difference> differences = [];
        foreach (SnapshotPath path in golden.Values.Keys.Union(current.Values.Keys).Order())
        {
            SnapshotValue? expected = ValueOf(golden, path);
            SnapshotValue? found = ValueOf(current, path);
            if (!IsSame(expected, found, tolerance) && !IsLeftOut(path, ignore) && IsShared(path, golden, current)
                && !DefiningValues.FollowsFromOther(path, expected, found))
            {
                differences.Add(new(path, expected, found));
            }
        }

        return differences;
    }

    private static SnapshotValue? ValueOf(Snapshot snapshot, SnapshotPath path) =>
        snapshot.Values.TryGetValue(path, out SnapshotValue value) ? value : null;

    private static bool IsSame(SnapshotValue? expected, SnapshotValue? found, decimal tolerance) =>
        expected == found
        || (expected is { Kind: SnapshotValueKind.Number } before && found is { Kind: SnapshotValueKind.Number } after
            && Math.Abs(after.Number - before.Number) <= tolerance * Math.Abs(before.Number));

    /// <summary>Every host has a name of its own, so that it makes none different.</summary>
    private static bool IsLeftOut(SnapshotPath path, IReadOnlyList<string> ignore) =>
        path == DefiningValues.HostName
        || ignore.Any(pattern =>
            Glob.IsMatch(pattern, path.ToString()) || Glob.IsMatch(pattern, path.Whole.ToString()) || Glob.IsMatch(pattern, path.Group));

    /// <summary>False for the values of an instance that one of them lacks: the instance itself is the difference.</summary>
    private static bool IsShared(SnapshotPath path, Snapshot golden, Snapshot current) =>
        path.Instance is null || path.Metric is null
        || (golden.Values.ContainsKey(path.Whole) && current.Values.ContainsKey(path.Whole));
}
