using System.Text;

namespace Collector.Commands.Completion;

/// <summary>The completion for fish, from 3.0 on.</summary>
internal static class FishScript
{
    public static string Of(CommandEntry root)
    {
        StringBuilder lines = new();
        foreach (CommandEntry command in root.All)
        {
            Append(lines, command);
        }

        return $$"""
            # fish completion of collector. Load it with: collector completion fish | source

            function __collector_at --description 'Whether this is the command that was typed'
                set -l at ''
                for word in (commandline -opc)[2..-1]
                    if contains -- "$at $word" {{string.Join(' ', root.All.Skip(1).Select(static command => $"'{command.Path}'"))}}
                        set at "$at $word"
                    end
                end
                test "$at" = "$argv[1]"
            end

            function __collector_metrics
                printf '%s\n' {{string.Join(' ', MeasuredNames.Metrics)}}
            end

            # Groups and metrics have commas between them, and signs before them: complete the last one.
            function __collector_filter
                set -l typed (commandline -ct | string replace -r '^--group=' '')
                set -l before (string match -r '^(?:.*,)?[-+]?' -- $typed)
                if string match -q '*.*' -- (string replace -- "$before" '' $typed)
                    __collector_metrics | string replace -r '^' -- "$before"
                else
                    printf '%s\n' "$before"{{{string.Join(',', MeasuredNames.Groups)}}}
                end
            end

            complete -c collector -f
            {{lines}}
            """;
    }

    private static void Append(StringBuilder lines, CommandEntry command)
    {
        string start = $"complete -c collector -n \"__collector_at '{command.Path}'\"";
        foreach (CommandEntry child in command.Commands)
        {
            lines.Append($"{start} -a {child.Name} -d {Quoted(child.Summary)}\n");
        }

        foreach (OptionEntry option in command.Options)
        {
            string names = string.Join(' ', option.Names.Select(static name =>
                name.StartsWith("--", StringComparison.Ordinal) ? $"-l {name[2..]}" : $"-s {name[1..]}"));
            lines.Append($"{start} {names} {Value(option.Value)}-d {Quoted(option.Summary)}\n");
        }

        if (command.Arguments.Length > 0 && command.Commands.Length == 0)
        {
            lines.Append($"{start} {Argument(command.Arguments[0].Value)}\n");
        }
    }

    private static string Value(ValueEntry value) => value.Kind switch
    {
        ValueKind.None => "",
        ValueKind.File => "-r -F ",
        ValueKind.Text => "-x ",
        _ => $"-x {Argument(value)} ",
    };

    private static string Argument(ValueEntry value) => value.Kind switch
    {
        ValueKind.Words => $"-a {Quoted(string.Join(' ', value.Words))}",
        ValueKind.Metric => "-a '(__collector_metrics)'",
        ValueKind.Filter => "-a '(__collector_filter)'",
        ValueKind.Folder => "-a '(__fish_complete_directories)'",
        _ => "-F",
    };

    private static string Quoted(string text) =>
        $"'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'";
}
