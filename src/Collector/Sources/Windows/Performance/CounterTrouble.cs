namespace Collector.Sources.Windows.Performance;

/// <summary>Why an object's counters cannot be had, or not all of its instances.</summary>
internal enum CounterTrouble
{
    None,

    /// <summary>No object has the name.</summary>
    UnknownObject,

    /// <summary>The object has a name, and nobody gives its numbers.</summary>
    SilentObject,

    /// <summary>The system refuses.</summary>
    Unreadable,

    /// <summary>What the system gives makes no sense.</summary>
    Damaged,

    /// <summary>The object has instances, and none was named.</summary>
    NeedsInstance,

    /// <summary>An instance was named, and the object has none.</summary>
    HasNoInstances,

    /// <summary>The instance that was named is not there.</summary>
    NoInstance,

    /// <summary>The list of instances breaks off.</summary>
    Torn,
}
