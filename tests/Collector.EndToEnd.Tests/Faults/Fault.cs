namespace Collector.EndToEnd.Tests;

/// <summary>What goes wrong on a connection, and when: after so many bytes or so much time, whichever comes first.</summary>
internal sealed record Fault(FaultKind Kind, int AfterBytes, TimeSpan AfterTime)
{
    public static Fault None { get; } = new(FaultKind.None, int.MaxValue, Timeout.InfiniteTimeSpan);

    /// <summary>Any fault, within the first connection's few seconds.</summary>
    public static Fault Any(Random random, int mostBytes, double mostSeconds)
    {
        FaultKind kind = (FaultKind)random.Next((int)FaultKind.Reset, (int)FaultKind.HalfClose + 1);
        return new(kind, random.Next(mostBytes), TimeSpan.FromSeconds(random.NextDouble() * mostSeconds));
    }
}
