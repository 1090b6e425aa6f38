namespace Collector.Metrics;

/// <summary>A value for people and programs that do not know its metric's type: a whole or a decimal number, or none.</summary>
internal readonly struct MetricValue
{
    private MetricValue(bool isPresent, bool isWhole, ulong whole, double number)
    {
        IsPresent = isPresent;
        IsWhole = isWhole;
        Whole = whole;
        Number = number;
    }

    public bool IsPresent { get; }

    public bool IsWhole { get; }

    /// <summary>The exact value of a whole number.</summary>
    public ulong Whole { get; }

    /// <summary>The value, of a whole number too.</summary>
    public double Number { get; }

    public static MetricValue None => default;

    public static MetricValue Of(ulong value) => new(true, true, value, value);

    public static MetricValue Of(double value) => new(true, false, 0, value);
}
