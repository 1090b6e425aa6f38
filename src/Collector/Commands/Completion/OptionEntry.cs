namespace Collector.Commands.Completion;

/// <summary>An option as people type it.</summary>
/// <param name="Names">Its names, the long one first.</param>
/// <param name="Description">What help says of it.</param>
/// <param name="Value">Its value.</param>
/// <param name="IsRepeatable">Whether it may be given more than once.</param>
internal sealed record OptionEntry(string[] Names, string Description, ValueEntry Value, bool IsRepeatable)
{
    public string Summary => CommandEntry.FirstClause(Description);
}
