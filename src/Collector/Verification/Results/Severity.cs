namespace Collector.Verification;

/// <summary>What it means that a check is not met.</summary>
internal enum Severity
{
    /// <summary>The host is not fit.</summary>
    Fail,

    /// <summary>Somebody should look at it.</summary>
    Warn,
}
