using System.CommandLine;
using System.CommandLine.Completions;

namespace Collector.Commands.Completion;

/// <summary>Reads from the parser's own model what shells and the man page tell of it.</summary>
internal static class CommandTree
{
    public static CommandEntry Of(Command root) => Of(root, "", []);

    private static CommandEntry Of(Command command, string path, OptionEntry[] inherited)
    {
        Option[] shown = [.. command.Options.Where(static option => !option.Hidden)];
        OptionEntry[] lasting = [.. inherited, .. shown.Where(static option => option.Recursive).Select(Of)];
        return new(
            path,
            command.Description ?? "",
            [.. shown.Where(static option => !option.Recursive).Select(Of), .. lasting],
            [.. command.Arguments.Where(static argument => !argument.Hidden).Select(static argument => (Of(argument), argument.Description ?? ""))],
            [.. command.Subcommands.Where(static child => !child.Hidden).Select(child => Of(child, $"{path} {child.Name}", lasting))]);
    }

    private static OptionEntry Of(Option option)
    {
        // '/h' and '-?' are there for those who know nothing else.
        string[] names = [option.Name, .. option.Aliases.Where(static name => name.StartsWith('-') && name != "-?")];
        string name = option.HelpName ?? "value";
        ValueEntry value = option.ValueType == typeof(bool) || option.Arity.MaximumNumberOfValues == 0
            ? new("", ValueKind.None, [])
            : ValueOf(name, KindOf(name), option.GetCompletions(CompletionContext.Empty));
        return new(names, option.Description ?? "", value, option.Arity.MaximumNumberOfValues > 1);
    }

    private static ValueEntry Of(Argument argument)
    {
        ValueKind kind = argument.Name switch
        {
            "METRIC" => ValueKind.Metric,
            "DIR" => ValueKind.Folder,
            _ => ValueKind.File,
        };
        return ValueOf(argument.Name, kind, argument.GetCompletions(CompletionContext.Empty));
    }

    private static ValueKind KindOf(string helpName) => helpName switch
    {
        "filter" => ValueKind.Filter,
        "file" or "[format=]file" => ValueKind.File,
        "folder" => ValueKind.Folder,
        _ => ValueKind.Text,
    };

    private static ValueEntry ValueOf(string name, ValueKind kind, IEnumerable<CompletionItem> completions)
    {
        string[] words = [.. completions.Select(static item => item.Label)];
        return new(name, words.Length > 0 ? ValueKind.Words : kind, words);
    }
}
