namespace Collector.Receiving;

/// <summary>What is shown of lines that are well formed.</summary>
internal enum TailStyle
{
    /// <summary>The lines as they came.</summary>
    Lines,

    /// <summary>How many there were, every few seconds.</summary>
    Counts,

    /// <summary>Nothing.</summary>
    Quiet,
}
