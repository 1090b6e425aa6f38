namespace Collector.Logging;

/// <summary>What the levels are called.</summary>
internal static class LogLevels
{
    /// <summary>In the order of <see cref="LogLevel"/>.</summary>
    public static string[] Words { get; } = ["error", "warning", "info"];
}
