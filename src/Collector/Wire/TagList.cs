using System.Text;

namespace Collector.Wire;

/// <summary>The tags of a row as they stand on a wire.</summary>
/// <param name="Suffix">What follows the name: Graphite's tags.</param>
/// <param name="Tail">What follows the type and ends the line: StatsD's tags.</param>
internal sealed record TagList(string Suffix, byte[] Tail)
{
    public const string Host = "host";

    public static TagList None { get; } = new("", []);

    /// <summary>The host, the instance and the configured tags.</summary>
    /// <param name="naming">Knows the host and the configured tags.</param>
    /// <param name="label">What the instance is called (<c>disk</c>); null for a row that stands for the host.</param>
    /// <param name="node">The instance.</param>
    public static TagList Of(WireNaming naming, string? label, string? node)
    {
        List<Tag> tags = [new(Host, naming.HostNode)];
        if (label is not null && node is not null)
        {
            tags.Add(new(label, node));
        }

        tags.AddRange(naming.Tags);

        // Carbon sorts them; what receives the lines on their way to it may take another order for another series.
        tags.Sort(static (left, right) => string.CompareOrdinal(left.Key, right.Key));
        return naming.Wire == WireKind.Graphite
            ? new(string.Concat(tags.Select(static tag => $";{tag.Key}={tag.Value}")), [])
            : new("", Encoding.UTF8.GetBytes($"|#{string.Join(',', tags.Select(static tag => $"{tag.Key}:{tag.Value}"))}\n"));
    }
}
