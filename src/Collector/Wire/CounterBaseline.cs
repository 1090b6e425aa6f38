namespace Collector.Wire;

/// <summary>What a StatsD server has been told of a counter, in the counter's own type.</summary>
internal struct CounterBaseline<T>
    where T : unmanaged
{
    public T Value;
    public bool IsKnown;
}
