namespace Collector.Verification;

/// <summary>What kind of thing a value is: only values of the same kind can be compared.</summary>
internal enum Dimension
{
    /// <summary>A number that says nothing of its unit: it takes that of what it is compared with.</summary>
    Plain,
    Number,
    Bytes,
    Duration,
    Percent,

    /// <summary>A part of one: 0.5 is 50%.</summary>
    Share,
    Boolean,
    BitRate,
    Frequency,
    Temperature,
    Timestamp,
    Text,

    /// <summary>A text of numbers that have an order: 10.0.9 is before 10.0.17.</summary>
    Version,
}
