using System.Text;

namespace Collector.Commands.Completion;

/// <summary>The completion for bash, from 4.0 on.</summary>
internal static class BashScript
{
    public static string Of(CommandEntry root)
    {
        StringBuilder cases = new();
        foreach (CommandEntry command in root.All)
        {
            Append(cases, command);
        }

        string paths = string.Join(" | ", root.All.Skip(1).Select(static command => $"'{command.Path}'"));
        return $$"""
            # bash completion of collector. Load it with: source <(collector completion bash)

            # Groups and metrics have commas between them, and signs before them: complete the last one.
            _collector_filter() {
                local part=${1##*,}
                part=${part#[-+]}
                local before=${1%"$part"} words='{{string.Join(' ', MeasuredNames.Groups)}}'
                [[ $part != *.* ]] || words=$2
                mapfile -t COMPREPLY < <(compgen -P "$before" -W "$words" -- "$part")
                compopt -o nospace 2>/dev/null
            }

            _collector_paths() {
                mapfile -t COMPREPLY < <(compgen "$1" -- "$2")
                compopt -o filenames 2>/dev/null
            }

            _collector() {
                local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} at='' options='' words='' i
                local metrics='{{string.Join(' ', MeasuredNames.Metrics)}}'
                COMPREPLY=()
                # bash splits --option=value at its sign.
                if [[ $cur == = ]]; then
                    cur=''
                elif [[ $prev == = ]]; then
                    prev=${COMP_WORDS[COMP_CWORD - 2]}
                fi
                for ((i = 1; i < COMP_CWORD; i++)); do
                    case "$at ${COMP_WORDS[i]}" in
                        {{paths}}) at+=" ${COMP_WORDS[i]}" ;;
                    esac
                done
                case $at in
            {{cases}}    esac
                [[ $cur != -* && -n $words ]] || words=$options
                mapfile -t COMPREPLY < <(compgen -W "$words" -- "$cur")
                # What ends so is only the beginning of a value.
                [[ ${#COMPREPLY[@]} -ne 1 || ${COMPREPLY[0]} != *[:/] ]] || compopt -o nospace 2>/dev/null
            }

            complete -F _collector collector

            """;
    }

    private static void Append(StringBuilder cases, CommandEntry command)
    {
        cases.Append($"        '{command.Path}')\n");
        cases.Append($"            options='{string.Join(' ', command.Options.SelectMany(static option => option.Names))}'\n");
        if (command.Commands.Length > 0)
        {
            cases.Append($"            words='{string.Join(' ', command.Commands.Select(static child => child.Name))}'\n");
        }

        // Options that are completed alike share a line.
        IGrouping<string, OptionEntry>[] alike =
        [
            .. command.Options.Where(static option => option.Value.Kind != ValueKind.None).GroupBy(static option => Action(option.Value)),
        ];
        if (alike.Length > 0)
        {
            cases.Append("            case $prev in\n");
            foreach (IGrouping<string, OptionEntry> group in alike)
            {
                cases.Append($"                {string.Join(" | ", group.SelectMany(static option => option.Names))}) {group.Key} ;;\n");
            }

            cases.Append("            esac\n");
        }

        if (command.Arguments.Length > 0)
        {
            string action = Action(command.Arguments[0].Value);
            cases.Append($"            [[ $cur == -?* ]] || {{ {action}; }}\n");
        }

        cases.Append("            ;;\n");
    }

    private static string Action(ValueEntry value) => value.Kind switch
    {
        ValueKind.Words => $"options='{string.Join(' ', value.Words)}' words=$options",
        ValueKind.Metric => "words=$metrics",
        ValueKind.Filter => "_collector_filter \"$cur\" \"$metrics\"; return",
        ValueKind.File => "_collector_paths -f \"$cur\"; return",
        ValueKind.Folder => "_collector_paths -d \"$cur\"; return",
        _ => "return",
    };
}
