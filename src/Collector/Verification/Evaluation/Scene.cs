namespace Collector.Verification;

/// <summary>What an expectation is evaluated on.</summary>
/// <param name="Now">The reading.</param>
/// <param name="Before">The reading before it; null if there is none.</param>
/// <param name="Selector">Which instances are gone through one by one; null if none are.</param>
/// <param name="Instance">The one that it is about now.</param>
internal sealed record Scene(HostState Now, HostState? Before, InstanceSelector? Selector = null, InstanceState? Instance = null)
{
    /// <summary>What constants are evaluated on.</summary>
    public static Scene Empty { get; } = new(new(0, HostFacts.None, new Dictionary<string, GroupState>()), null);

    /// <summary>The same, about one instance.</summary>
    public Scene At(InstanceSelector selector, InstanceState instance) => this with { Selector = selector, Instance = instance };
}
