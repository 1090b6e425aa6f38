namespace Collector.Commands.Completion;

/// <summary>What a shell can offer in the place of a value.</summary>
internal enum ValueKind
{
    /// <summary>There is no value: the option alone says it.</summary>
    None,

    /// <summary>A text that nobody can know beforehand.</summary>
    Text,

    /// <summary>One of a few words.</summary>
    Words,

    /// <summary>A metric: <c>cpu.user</c>.</summary>
    Metric,

    /// <summary>Groups and metrics with commas between them.</summary>
    Filter,

    File,
    Folder,
}
