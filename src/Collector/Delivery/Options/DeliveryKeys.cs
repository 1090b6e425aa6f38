using System.Globalization;

namespace Collector.Delivery;

/// <summary>The keys that say how Graphite lines are kept, acknowledged and sent again.</summary>
internal static class DeliveryKeys
{
    private const int MaxPace = 1000;
    private const string Misplaced = "is for Graphite over a connection only, which is acknowledged";

    private static readonly string[] s_acknowledgements = ["close", "none"];

    private static readonly TimeSpan s_shortestRotation = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_longest = TimeSpan.FromHours(1);

    public static QueryKey[] All { get; } =
    [
        new("rotate", Applies, Misplaced, Rotate),
        new("ack", Applies, Misplaced, Acknowledge),
        new("replay", Applies, Misplaced, Replay),
        new("pace", Applies, Misplaced, Pace),
    ];

    private static bool Applies(DestinationOptions options) => options.IsAcknowledged;

    private static string? Rotate(string value, ref DestinationOptions options)
    {
        bool isTime = Duration.TryParse(value, out TimeSpan rotate) && rotate >= s_shortestRotation && rotate <= s_longest;
        options = options with { Rotate = rotate };
        return isTime ? null : $"'rotate' is '{value}'; it may be {Duration.Format(s_shortestRotation)} to {Duration.Format(s_longest)}";
    }

    private static string? Acknowledge(string value, ref DestinationOptions options)
    {
        options = options with { AcknowledgedByClose = value == "close" };
        return s_acknowledgements.Contains(value) ? null
            : $"'ack' is '{value}'; it may be close (the receiver's own end of a connection acknowledges it) or none";
    }

    private static string? Replay(string value, ref DestinationOptions options)
    {
        bool isTime = Duration.TryParse(value, out TimeSpan replay) && replay <= s_longest;
        options = options with { Replay = replay };
        return isTime ? null : $"'replay' is '{value}'; it may be 0s to {Duration.Format(s_longest)}";
    }

    private static string? Pace(string value, ref DestinationOptions options)
    {
        bool isNumber = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int pace) && pace <= MaxPace;
        options = options with { Pace = pace };
        return isNumber ? null : $"'pace' is '{value}'; it may be 1 to {MaxPace} times the live rate, or 0 for as fast as it goes";
    }
}
