namespace Collector.Generators.Model;

/// <summary>What a metric of a group is called on the wire, with <c>{instance}</c> for any instance.</summary>
internal sealed record SentName(Platform Platform, NameSet Set, string Text)
{
    private static readonly Platform[] s_platforms = [Platform.Linux, Platform.Windows];

    /// <summary>All that a group sends under one of its paths, on each platform what it has there.</summary>
    public static IEnumerable<SentName> Of(Declaration group, GroupPath path)
    {
        foreach (Platform platform in s_platforms)
        {
            HashSet<string> bound =
                [.. group.SourcesOf(platform).SelectMany(static source => source.Bound).Select(static metric => metric.Name)];
            foreach ((string text, IReadOnlyList<string> metrics) in path.Sent)
            {
                if (bound.Count > 0 && metrics.All(name => bound.Contains(name) || group.Find(name)?.Derived is not null))
                {
                    yield return new(platform, path.Set, text);
                }
            }
        }
    }
}
