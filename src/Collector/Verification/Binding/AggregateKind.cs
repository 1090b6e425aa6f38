namespace Collector.Verification;

/// <summary>What is made of the values of several instances.</summary>
internal enum AggregateKind
{
    Sum,
    Min,
    Max,
    Avg,
}
