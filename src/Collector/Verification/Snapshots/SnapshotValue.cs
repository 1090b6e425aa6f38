using Collector.Metrics;

namespace Collector.Verification;

/// <summary>A value of a snapshot. Numbers are decimals: those of 64 bits keep each digit.</summary>
internal readonly record struct SnapshotValue
{
    /// <summary>The first number that is too large to be kept, and to be reckoned with.</summary>
    public const double Limit = 1e27;

    private SnapshotValue(SnapshotValueKind kind, decimal number = 0, string? text = null)
    {
        Kind = kind;
        Number = number;
        Text = text;
    }

    public SnapshotValueKind Kind { get; }

    /// <summary>The number; 1 or 0 for what is true or false.</summary>
    public decimal Number { get; }

    public string? Text { get; }

    public bool IsTrue => Kind == SnapshotValueKind.Truth && Number != 0;

    public static SnapshotValue Present => new(SnapshotValueKind.Present);

    public static SnapshotValue Of(decimal number) => new(SnapshotValueKind.Number, number);

    public static SnapshotValue Of(bool truth) => new(SnapshotValueKind.Truth, truth ? 1 : 0);

    public static SnapshotValue Of(string text) => new(SnapshotValueKind.Text, text: text);

    /// <summary>A value that was read; null if there is none.</summary>
    public static SnapshotValue? Of(MetricInfo metric, MetricValue value) =>
        !value.IsPresent || !(Math.Abs(value.Number) < Limit) ? null
        : metric.Unit == "boolean" ? Of(value.Number != 0)
        : value.IsWhole ? Of((decimal)value.Whole)
        : Of(Math.Round((decimal)value.Number, metric.Decimals));
}
