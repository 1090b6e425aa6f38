namespace Collector.Verification;

/// <summary>The facts of a host; null for those that are not known.</summary>
/// <param name="Name">What it is called, fully qualified as far as it knows.</param>
/// <param name="Os"><c>linux</c> or <c>windows</c>.</param>
/// <param name="Version">The version of the operating system: <c>12</c> of Debian, <c>24.04</c> of Ubuntu, <c>10.0.20348</c> of Windows.</param>
/// <param name="Architecture"><c>x64</c>, <c>arm64</c>.</param>
/// <param name="Cpus">Logical processors.</param>
internal sealed record HostFacts(string? Name, string? Os, string? Version, string? Architecture, int? Cpus)
{
    /// <summary>The release of the kernel: <c>6.1.0-18-amd64</c>, <c>10.0.20348</c>.</summary>
    public string? Kernel { get; init; }

    /// <summary>Whose system it is: <c>debian</c>, <c>rocky</c>, as its os-release says; <c>windows</c>.</summary>
    public string? Distribution { get; init; }

    public static HostFacts None { get; } = new(null, null, null, null, null);

    /// <summary>A fact that is a text.</summary>
    public string? TextOf(HostFact fact) => fact switch
    {
        HostFact.Name => Name,
        HostFact.Os => Os,
        HostFact.Version => Version,
        HostFact.Architecture => Architecture,
        HostFact.Kernel => Kernel,
        HostFact.Distribution => Distribution,
        _ => null,
    };
}
