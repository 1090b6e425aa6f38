namespace Collector.Delivery;

/// <summary>The keys that say which of several receivers gets what.</summary>
internal static class ReceiverKeys
{
    private static readonly string[] s_policies = ["failover", "any", "hash"];
    private static readonly string[] s_downs = ["spool", "reroute"];

    /// <summary>The policy comes first: the others are for one of them.</summary>
    public static QueryKey[] All { get; } =
    [
        new("policy", PolicyFault, Policy),
        new("diverse", HashFault, Diverse),
        new("replicas", HashFault, Replicas),
        new("down", HashFault, Down),
    ];

    /// <summary>What is wrong with the receivers themselves once the policy is known, as a sentence; null if nothing is.</summary>
    public static string? Fault(DestinationOptions options)
    {
        if (options.Policy != ReceiverPolicy.Hash)
        {
            return options.Receivers.FirstOrDefault(static receiver => receiver.Instance is not null) is { Instance: string instance }
                ? $"'{instance}' names an instance, which is for policy=hash only; leave it out"
                : null;
        }

        IGrouping<(string, string?), Receiver>? alike = options.Receivers
            .GroupBy(static receiver => (receiver.Host, receiver.Instance)).FirstOrDefault(static alike => alike.Count() > 1);
        if (alike is not null)
        {
            Receiver first = alike.First();
            return $"the ring tells receivers apart by host and instance, and those on '{first.Host}' are alike; "
                + $"give each the name that carbon's relays know, as in {first.Host}:{first.Port}:a";
        }

        int places = Places(options);
        return options.Ring.Replicas <= places ? null
            : options.Ring.Diverse && options.Ring.Replicas <= options.Receivers.Count
                ? $"'replicas' is {options.Ring.Replicas}, and the receivers are on {Count(places, "host")}; "
                    + "name more hosts, or let them be on one with diverse=false"
                : $"'replicas' is {options.Ring.Replicas}, and there are {options.Receivers.Count} receivers";
    }

    private static int Places(DestinationOptions options) => options.Ring.Diverse
        ? options.Receivers.Select(static receiver => receiver.Host).Distinct(StringComparer.Ordinal).Count()
        : options.Receivers.Count;

    private static string Count(int number, string noun) => number == 1 ? $"1 {noun}" : $"{number} {noun}s";

    private static string? PolicyFault(DestinationOptions options) =>
        DeliveryKeys.StreamFault(options)
        ?? (options.Receivers.Count > 1 ? null
            : "is for several receivers, and there is one; write them with commas between, as in graphite://a:2003,b:2003");

    private static string? Policy(string value, ref DestinationOptions options)
    {
        string? error = QueryValue.Word(value, s_policies, out int policy);
        options = options with { Policy = (ReceiverPolicy)policy };
        return error;
    }

    private static string? HashFault(DestinationOptions options) =>
        options.Policy == ReceiverPolicy.Hash ? null : "is for policy=hash only";

    private static string? Diverse(string value, ref DestinationOptions options)
    {
        string? error = QueryValue.Flag(value, out bool diverse);
        options = options with { Ring = options.Ring with { Diverse = diverse } };
        return error;
    }

    private static string? Replicas(string value, ref DestinationOptions options)
    {
        string? error = QueryValue.Number(value, 1, int.MaxValue, "", out int replicas);
        options = options with { Ring = options.Ring with { Replicas = replicas } };
        return error is null ? null : $"is '{value}'; it may be 1 to {options.Receivers.Count}, the number of receivers";
    }

    private static string? Down(string value, ref DestinationOptions options)
    {
        string? error = QueryValue.Word(value, s_downs, out int down);
        options = options with { Ring = options.Ring with { Reroutes = down == 1 } };
        return error;
    }
}
