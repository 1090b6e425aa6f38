namespace Collector.Verification;

/// <summary>What kind of value a snapshot holds.</summary>
internal enum SnapshotValueKind
{
    /// <summary>An instance that is there.</summary>
    Present,

    Number,
    Truth,
    Text,
}
