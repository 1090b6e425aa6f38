namespace Collector.Sources;

/// <summary>The ways in which a source can fail.</summary>
internal enum FaultKind
{
    None,

    /// <summary>A file is missing, or may not be opened or read.</summary>
    Unreadable,

    /// <summary>A file has nothing in it.</summary>
    Empty,

    /// <summary>A file's last line has no end.</summary>
    Truncated,

    /// <summary>A line has fewer columns than the declaration wants.</summary>
    MissingColumn,

    /// <summary>Something other than a number stands where one is declared.</summary>
    NotANumber,

    /// <summary>A number, or what is made of it, is more than 64 bits can hold.</summary>
    TooLarge,

    /// <summary>A file lacks a declared key.</summary>
    MissingKey,

    /// <summary>A system call failed when it was recorded, on a system whose error codes are not this one's.</summary>
    CallFailedElsewhere,

    /// <summary>A line of names lacks a declared one.</summary>
    MissingName,

    /// <summary>A system call failed.</summary>
    CallFailed,

    /// <summary>The host can count, but was told not to.</summary>
    CountersDisabled,

    /// <summary>The host has no such thing, and will not have it soon: nothing failed, and nothing needs mending.</summary>
    NotHere,

    /// <summary>Performance counters are missing; the subject is the sentence that says so.</summary>
    CounterTrouble,
}
