namespace Collector.Logging;

/// <summary>How much an event matters, from most to least.</summary>
internal enum LogLevel
{
    /// <summary>Something that was asked for is not done, and somebody has to act.</summary>
    Error,

    /// <summary>Something is wrong, and is tried again or made up for.</summary>
    Warning,

    /// <summary>How things go.</summary>
    Information,
}
