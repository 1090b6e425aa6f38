namespace Collector.Sources.Windows;

/// <summary>Windows's time: units of 100 ns since 1601.</summary>
internal static class FileTime
{
    private const long UnixEpoch = 116_444_736_000_000_000;

    /// <summary>Whole seconds since 1970.</summary>
    public static double ToUnixSeconds(long time) => Math.Floor((time - UnixEpoch) / (double)TimeSpan.TicksPerSecond);

    /// <summary>Seconds from a time until now; 0 if the clock was set back since.</summary>
    public static double SecondsSince(long time) =>
        Math.Max(0, DateTime.UtcNow.ToFileTimeUtc() - time) / (double)TimeSpan.TicksPerSecond;
}
