namespace Collector.Verification;

/// <summary>What became of a check.</summary>
internal enum CheckStatus
{
    Passed,
    Failed,

    /// <summary>Not met, but no reason to reject the host.</summary>
    Warned,

    /// <summary>It says nothing about this host: meant for another platform, or there is nothing to check.</summary>
    Skipped,
}
