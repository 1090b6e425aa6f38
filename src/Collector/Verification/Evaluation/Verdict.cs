namespace Collector.Verification;

/// <summary>What comes out of an expectation.</summary>
internal enum Verdict
{
    Met,
    NotMet,

    /// <summary>Not met, since there is no such thing or no such value; <c>not</c> does not make it met.</summary>
    Missing,

    /// <summary>Nobody can say: it could not be read, or this platform does not have it.</summary>
    Unknown,
}
