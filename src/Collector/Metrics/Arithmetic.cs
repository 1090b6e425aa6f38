namespace Collector.Metrics;

/// <summary>What expressions in declarations are made of.</summary>
internal static class Arithmetic
{
    /// <summary>A difference that stops at 0: two numbers of the kernel's are never read at quite the same moment.</summary>
    public static ulong Difference(ulong minuend, ulong subtrahend) => minuend > subtrahend ? minuend - subtrahend : 0;

    /// <summary>A part in percent of the whole; 0 of nothing.</summary>
    public static double Percent(double part, double whole) => whole == 0 ? 0 : 100 * part / whole;
}
