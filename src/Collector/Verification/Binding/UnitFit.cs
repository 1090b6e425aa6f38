using System.Globalization;

namespace Collector.Verification;

/// <summary>Makes the units of two values agree.</summary>
internal static class UnitFit
{
    /// <summary>What both values are, once one was turned into what the other is.</summary>
    public static ValueType Join(ref BoundValue left, ref BoundValue right)
    {
        if (left.Type == right.Type)
        {
            return left.Type;
        }

        // A rate that is compared with bytes means bytes per second: nothing else would make sense.
        if (Into(right, left) is BoundValue fitted)
        {
            right = fitted;
            return left.Type;
        }

        left = Into(left, right) ?? throw Mismatch(left, right);
        return right.Type;
    }

    /// <summary>Whether a number without a unit is meant, with which others are multiplied.</summary>
    public static bool IsFactor(ValueType type) => type is { Dimension: Dimension.Plain or Dimension.Number or Dimension.Share, IsRate: false };

    public static BoundValue PercentAsFactor(BoundValue value) =>
        value is { IsConstant: true, Type.Dimension: Dimension.Percent } ? new BoundScaled(value, ValueType.Plain, 0.01) : value;

    /// <summary>A value as what another one is; null if it cannot be that.</summary>
    private static BoundValue? Into(BoundValue value, BoundValue other)
    {
        ValueType to = other.Type;
        bool isFitting = value.Type.IsRate == to.IsRate || (to.IsRate && value.IsConstant);
        return (value.Type.Dimension, to.Dimension) switch
        {
            (Dimension.Plain, not (Dimension.Text or Dimension.Version)) when isFitting => new BoundScaled(value, to, other.PlainFactor),
            (Dimension.Percent, Dimension.Share) when value.IsConstant => new BoundScaled(value, to, 0.01),
            (Dimension.Number, Dimension.Share) or (Dimension.Share, Dimension.Number) when isFitting => new BoundScaled(value, to, 1),
            (Dimension.Text, Dimension.Version) => value is BoundText text ? text with { Type = to } : null,
            (Dimension.Text, Dimension.Timestamp) => value is BoundText text ? TimeOf(text) : null,
            _ => value.Type.Dimension == to.Dimension && isFitting ? new BoundScaled(value, to, 1) : null,
        };
    }

    private static BoundConstant TimeOf(BoundText text) => DateTimeOffset.TryParse(
        text.Text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset time)
        ? new(text.Source, new(Dimension.Timestamp), time.ToUnixTimeMilliseconds() / 1000.0)
        : throw new ExpressionError(text.Source.Place, $"'{text.Text}' is no point in time; write for example \"2026-01-31\" or \"2026-01-31 12:00\"");

    private static ExpressionError Mismatch(BoundValue left, BoundValue right)
    {
        // What was written is at fault rather than what is measured.
        (BoundValue measured, BoundValue wrong) = left.IsConstant && !right.IsConstant ? (right, left) : (left, right);
        string example = $"write for example {measured.Type.Example()}";
        if (wrong.Type.IsRate && !measured.Type.IsRate && wrong.Type.Dimension is Dimension.Plain or Dimension.Bytes && wrong.Type.IsRate)
        {
            return new(wrong.Source.Place, $"'{wrong.Source}' is per second, and {measured.Source} is not; {example}, or compare its rate()");
        }

        string minutes = wrong.Source is NumberExpression { Unit.Name: "m" } ? " (m is minutes, M is a million)" : "";
        return new(wrong.Source.Place, wrong.IsConstant
            ? $"'{wrong.Source}' is {wrong.Type.Describe()}{minutes}, and {measured.Source} is {measured.Type.Describe()}; {example}"
            : $"{wrong.Source} is {wrong.Type.Describe()}, and {measured.Source} is {measured.Type.Describe()}; only what is of the same kind can be compared");
    }
}
