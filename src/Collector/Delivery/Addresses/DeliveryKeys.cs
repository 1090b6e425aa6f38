namespace Collector.Delivery;

/// <summary>The keys that say how Graphite lines are acknowledged, sent again and caught up with.</summary>
internal static class DeliveryKeys
{
    private const int FastestPace = 1000;

    private static readonly TimeSpan s_shortestRotation = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_longest = TimeSpan.FromHours(1);
    private static readonly string[] s_acknowledgements = ["close", "none"];

    public static QueryKey[] All { get; } =
    [
        new("rotate", StreamFault, Rotate),
        new("ack", StreamFault, Acknowledgement),
        new("replay", StreamFault, Replay),
        new("pace", StreamFault, Pace),
    ];

    /// <summary>Whether lines travel in a stream that carbon reads; if not, what follows <c>'key' </c> in a sentence.</summary>
    public static string? StreamFault(DestinationOptions options) =>
        TakesSeveral(options.Scheme) ? null : "is for graphite, graphite+tls and graphite+pickle only";

    /// <summary>Whether such a destination may have several receivers.</summary>
    public static bool TakesSeveral(DestinationScheme scheme) =>
        scheme is DestinationScheme.Graphite or DestinationScheme.GraphiteTls or DestinationScheme.GraphitePickle;

    private static string? Rotate(string value, ref DestinationOptions options)
    {
        string? error = QueryValue.Time(value, s_shortestRotation, s_longest, out TimeSpan rotate);
        options = options with { Rotate = rotate };
        return error;
    }

    private static string? Acknowledgement(string value, ref DestinationOptions options)
    {
        string? error = QueryValue.Word(value, s_acknowledgements, out int acknowledgement);
        options = options with { AcknowledgedByClose = acknowledgement == 0 };
        return error;
    }

    private static string? Replay(string value, ref DestinationOptions options)
    {
        string? error = QueryValue.Time(value, TimeSpan.Zero, s_longest, out TimeSpan replay);
        options = options with { Replay = replay };
        return error;
    }

    private static string? Pace(string value, ref DestinationOptions options)
    {
        string? error = QueryValue.Number(value, 0, FastestPace, " times the live rate (0 for no limit)", out int pace);
        options = options with { Pace = pace };
        return error;
    }
}
