using System.Globalization;

namespace Collector.Delivery;

/// <summary>The keys that say which of several receivers gets what.</summary>
internal static class ReceiverKeys
{
    private static readonly string[] s_policies = ["failover", "any", "hash"];
    private static readonly string[] s_down = ["spool", "reroute"];

    public static QueryKey[] All { get; } =
    [
        new("policy", static options => options.Receivers.Count > 1, "is for several receivers; this destination has one", Policy),
        new("replicas", IsHash, "is for policy=hash only", Replicas),
        new("diverse", IsHash, "is for policy=hash only", Diverse),
        new("down", IsHash, "is for policy=hash only", Down),
    ];

    /// <summary>What is wrong with the keys together.</summary>
    public static string? Check(DestinationOptions options)
    {
        if (options.Policy != ReceiverPolicy.Hash)
        {
            return options.Receivers.FirstOrDefault(static receiver => receiver.Instance is not null) is { Instance: string instance }
                ? $"'{instance}' names an instance, which is for policy=hash only; leave it out"
                : null;
        }

        Receiver? alike = options.Receivers.GroupBy(static receiver => (receiver.Host, receiver.Instance))
            .FirstOrDefault(static group => group.Count() > 1)?.First();
        if (alike is not null)
        {
            return $"the ring tells receivers apart by host and instance, and those on '{alike.Host}' are alike; "
                + $"give each the name that carbon's relays know it by, as in {alike.Host}:{alike.Port}:a";
        }

        int places = options.Ring.Diverse
            ? options.Receivers.Select(static receiver => receiver.Host).Distinct().Count()
            : options.Receivers.Count;
        return options.Ring.Replicas <= places ? null
            : options.Ring.Diverse && options.Ring.Replicas <= options.Receivers.Count
                ? $"'replicas' is {options.Ring.Replicas}, and the receivers are on {places} {(places == 1 ? "host" : "hosts")}; diverse=false allows several on one, as DIVERSE_REPLICAS = False does in carbon"
                : $"'replicas' is {options.Ring.Replicas}, and there are {places} receivers";
    }

    private static bool IsHash(DestinationOptions options) => options.Policy == ReceiverPolicy.Hash;

    private static string? Policy(string value, ref DestinationOptions options)
    {
        int policy = Array.IndexOf(s_policies, value);
        options = options with { Policy = (ReceiverPolicy)Math.Max(0, policy) };
        return policy >= 0 ? null : $"unknown policy '{value}'; {Nearest.Hint(value, s_policies)}";
    }

    private static string? Replicas(string value, ref DestinationOptions options)
    {
        bool isNumber = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int replicas) && replicas > 0;
        options = options with { Ring = options.Ring with { Replicas = replicas } };
        return isNumber ? null : $"'replicas' is '{value}'; it is how many receivers get each series, 1 at least";
    }

    private static string? Diverse(string value, ref DestinationOptions options)
    {
        string? fault = NamingKeys.Boolean("diverse", value, out bool diverse);
        options = options with { Ring = options.Ring with { Diverse = diverse } };
        return fault;
    }

    private static string? Down(string value, ref DestinationOptions options)
    {
        options = options with { Ring = options.Ring with { Reroutes = value == "reroute" } };
        return s_down.Contains(value) ? null
            : $"'down' is '{value}'; it may be spool (the share of a receiver that is down waits for it) or reroute (the others get it)";
    }
}
