namespace Collector.Commands.Completion;

/// <summary>A command as people see it; what is hidden is not in it.</summary>
/// <param name="Path">The words that lead to it, each with a blank before it: <c> service install</c>; empty for the program itself.</param>
/// <param name="Description">What help says of it.</param>
/// <param name="Options">Its options, those of every command included.</param>
/// <param name="Arguments">Its arguments, with what help says of each.</param>
/// <param name="Commands">The commands below it.</param>
internal sealed record CommandEntry(
    string Path,
    string Description,
    OptionEntry[] Options,
    (ValueEntry Value, string Description)[] Arguments,
    CommandEntry[] Commands)
{
    private const int LongestSummary = 60;

    public string Name => Path[(Path.LastIndexOf(' ') + 1)..];

    public string Summary => FirstClause(Description);

    /// <summary>This command and all below it.</summary>
    public IEnumerable<CommandEntry> All => Commands.SelectMany(static command => command.All).Prepend(this);

    /// <summary>As much of a description as fits beside a word in a list: a sentence, or what of a long one stands before its colon.</summary>
    public static string FirstClause(string description)
    {
        string clause = Before(description, ". ", "; ").TrimEnd('.');
        return clause.Length > LongestSummary ? Before(clause, ": ") : clause;
    }

    private static string Before(string text, params ReadOnlySpan<string> ends)
    {
        int first = text.Length;
        foreach (string end in ends)
        {
            int at = text.IndexOf(end, StringComparison.Ordinal);
            first = at < 0 ? first : Math.Min(first, at);
        }

        return text[..first];
    }
}
