using Collector.Filters;
using Collector.Metrics;

namespace Collector.Verification;

/// <summary>Interfaces that containers and virtual machines bring along: they come and go, and define nothing of the host.</summary>
internal static class VirtualInterfaces
{
    /// <summary>Bridges are called br0 where people make them, and br- with a number of twelve digits where Docker does.</summary>
    private static readonly string[] s_patterns =
        ["docker*", "br-????????????", "virbr*", "vnet*", "tap*", "cali*", "cilium*", "cni*", "flannel*", "lxc*", "podman*"];

    public static bool IsOne(MetricGroup group, string instance) =>
        group == NetIoGroup.Definition && Array.Exists(s_patterns, pattern => Glob.IsMatch(pattern, instance));

    /// <summary>Whether a filter asks for them: for everything, or for interfaces by their names.</summary>
    public static bool AreWantedBy(MetricFilter filter) => filter.All || filter.Items.Any(static item =>
        item is { Instance: not null, Sign: not FilterSign.Remove } && item.Matches(NetIoGroup.Definition));
}
