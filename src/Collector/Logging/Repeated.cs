namespace Collector.Logging;

/// <summary>A line that was counted instead of being said again.</summary>
/// <param name="Level">How much it matters.</param>
/// <param name="Line">The last one of its kind.</param>
/// <param name="Count">How often it was not said.</param>
internal sealed record Repeated(LogLevel Level, string Line, long Count);
