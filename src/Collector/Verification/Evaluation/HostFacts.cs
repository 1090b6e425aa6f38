namespace Collector.Verification;

/// <summary>The facts of a host; null for those that are not known.</summary>
/// <param name="Name">What it is called, fully qualified as far as it knows.</param>
/// <param name="Os"><c>linux</c> or <c>windows</c>.</param>
/// <param name="Version">The version of the operating system: <c>6.1.0-18-amd64</c>, <c>10.0.20348</c>.</param>
/// <param name="Architecture"><c>x64</c>, <c>arm64</c>.</param>
/// <param name="Cpus">Logical processors.</param>
internal sealed record HostFacts(string? Name, string? Os, string? Version, string? Architecture, int? Cpus)
{
    public static HostFacts None { get; } = new(null, null, null, null, null);

    /// <summary>A fact that is a text.</summary>
    public string? TextOf(HostFact fact) => fact switch
    {
        HostFact.Name => Name,
        HostFact.Os => Os,
        HostFact.Version => Version,
        HostFact.Architecture => Architecture,
        _ => null,
    };
}
