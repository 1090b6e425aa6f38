using System.Text;

namespace Collector.Commands.Completion;

/// <summary>The completion for zsh: as the file <c>_collector</c> of a folder in <c>fpath</c>, or sourced.</summary>
internal static class ZshScript
{
    public static string Of(CommandEntry root)
    {
        StringBuilder functions = new();
        foreach (CommandEntry command in root.All.Reverse())
        {
            Append(functions, command);
        }

        return $$"""
            #compdef collector
            # zsh completion of collector. Keep it as _collector in a folder of $fpath, or: source <(collector completion zsh)

            _collector_metrics() {
                compadd -- {{string.Join(' ', MeasuredNames.Metrics)}}
            }

            # Groups and metrics have commas between them, and signs before them: complete the last one.
            _collector_filter() {
                compset -P '*,'
                compset -P '[-+]'
                if [[ $PREFIX == *.* ]]; then
                    _collector_metrics
                else
                    compadd -S '' -- {{string.Join(' ', MeasuredNames.Groups)}}
                fi
            }

            {{functions}}
            if [[ $funcstack[1] == _collector ]]; then
                _collector "$@"
            else
                compdef _collector collector
            fi

            """;
    }

    private static void Append(StringBuilder functions, CommandEntry command)
    {
        functions.Append($"{Function(command)}() {{\n    local line state\n    _arguments -C \\\n");
        foreach (OptionEntry option in command.Options)
        {
            functions.Append($"        {Spec(option)} \\\n");
        }

        if (command.Commands.Length == 0)
        {
            foreach ((ValueEntry value, _) in command.Arguments)
            {
                functions.Append($"        ':{Escaped(value.Name)}:{Action(value)}' \\\n");
            }

            functions.Append("        && return\n}\n\n");
            return;
        }

        functions.Append("        '1: :->command' '*:: :->rest' && return\n    case $state in\n        command)\n            local -a commands=(\n");
        foreach (CommandEntry child in command.Commands)
        {
            functions.Append($"                {Quoted($"{child.Name}:{child.Summary}")}\n");
        }

        functions.Append("            )\n            _describe command commands\n            ;;\n        rest)\n            case $words[1] in\n");
        foreach (CommandEntry child in command.Commands)
        {
            functions.Append($"                {child.Name}) {Function(child)} ;;\n");
        }

        functions.Append("            esac\n            ;;\n    esac\n}\n\n");
    }

    private static string Function(CommandEntry command) => "_collector" + command.Path.Replace(' ', '_');

    /// <summary>What <c>_arguments</c> calls a spec: names that exclude each other, a summary, and the value.</summary>
    private static string Spec(OptionEntry option)
    {
        ValueEntry value = option.Value;
        string rest = value.Kind == ValueKind.None
            ? $"[{Escaped(option.Summary)}]"
            : $"[{Escaped(option.Summary)}]:{Escaped(value.Name)}:{Action(value)}";
        IEnumerable<string> typed = option.Names.Select(name =>
            value.Kind != ValueKind.None && name.StartsWith("--", StringComparison.Ordinal) ? $"{name}=" : name);
        string names = option.Names.Length == 1 ? typed.Single() : $"{{{string.Join(',', typed)}}}";
        string others = option.IsRepeatable ? "'*'" : option.Names.Length == 1 ? "" : $"'({string.Join(' ', option.Names)})'";
        return $"{others}{names}{Quoted(rest)}";
    }

    private static string Action(ValueEntry value) => value.Kind switch
    {
        ValueKind.Words => $"({string.Join(' ', value.Words.Select(static word => word.Replace(":", "\\:", StringComparison.Ordinal)))})",
        ValueKind.Metric => "_collector_metrics",
        ValueKind.Filter => "_collector_filter",
        ValueKind.File => "_files",
        ValueKind.Folder => "_files -/",
        _ => " ",
    };

    private static string Escaped(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("[", "\\[", StringComparison.Ordinal)
        .Replace("]", "\\]", StringComparison.Ordinal)
        .Replace(":", "\\:", StringComparison.Ordinal);

    private static string Quoted(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
