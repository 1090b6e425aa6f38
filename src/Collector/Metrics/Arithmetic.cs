namespace Collector.Metrics;

/// <summary>What expressions in declarations are made of.</summary>
internal static class Arithmetic
{
    /// <summary>A difference that stops at 0: two numbers of the kernel's are never read at quite the same moment.</summary>
    public static ulong Difference(ulong minuend, ulong subtrahend) => minuend > subtrahend ? minuend - subtrahend : 0;

    /// <summary>A product that stops at 2^64-1 instead of starting again from 0.</summary>
    public static ulong Product(ulong value, ulong factor) =>
        Math.BigMul(value, factor, out ulong product) == 0 ? product : ulong.MaxValue;

    /// <summary>A part in percent of the whole; 0 of nothing.</summary>
    public static double Percent(double part, double whole) => whole == 0 ? 0 : 100 * part / whole;
}
