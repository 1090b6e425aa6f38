namespace Collector.Commands.Completion;

/// <summary>The value of an option or an argument.</summary>
/// <param name="Name">What help calls it.</param>
/// <param name="Kind">What can be offered for it.</param>
/// <param name="Words">The words, where it is one of a few.</param>
internal sealed record ValueEntry(string Name, ValueKind Kind, string[] Words);
