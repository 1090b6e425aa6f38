using System.Text;

namespace Collector.Commands.Completion;

/// <summary>The completion for PowerShell, from 5.0 on. Where it offers nothing, PowerShell offers files.</summary>
internal static class PowerShellScript
{
    public static string Of(CommandEntry root)
    {
        StringBuilder words = new();
        StringBuilder values = new();
        foreach (CommandEntry command in root.All)
        {
            Append(words, values, command);
        }

        return $$"""
            # PowerShell completion of collector. Load it with: collector completion powershell | Out-String | Invoke-Expression
            Register-ArgumentCompleter -Native -CommandName collector, collector.exe -ScriptBlock {
                param($wordToComplete, $commandAst, $cursorPosition)

                $groups = {{List(MeasuredNames.Groups)}}
                $metrics = {{List(MeasuredNames.Metrics)}}
                # What may stand behind each command: a word, and what it is for.
                $words = @{
            {{words}}    }
                # What may stand behind an option.
                $values = @{
            {{values}}    }

                $at = ''
                $previous = ''
                foreach ($element in $commandAst.CommandElements | Select-Object -Skip 1) {
                    if ($element.Extent.EndOffset -ge $cursorPosition) { break }
                    $previous = $element.ToString()
                    if ($words.ContainsKey("$at $previous")) { $at = "$at $previous" }
                }

                $offered = $words[$at]
                $before = ''
                $part = $wordToComplete
                if ($values.ContainsKey("$at $previous")) {
                    $list = $values["$at $previous"]
                    if ([object]::ReferenceEquals($list, $groups)) {
                        # Groups and metrics have commas between them, and signs before them: complete the last one.
                        $before = [regex]::Match($part, '^(.*,)?[-+]?').Value
                        $part = $part.Substring($before.Length)
                        if ($part.Contains('.')) { $list = $metrics }
                    }
                    $offered = $list | ForEach-Object { , @($_, $_) }
                }

                foreach ($item in $offered | Where-Object { $_[0].StartsWith($part) }) {
                    [System.Management.Automation.CompletionResult]::new($before + $item[0], $item[0], 'ParameterValue', $item[1])
                }
            }

            """;
    }

    private static void Append(StringBuilder words, StringBuilder values, CommandEntry command)
    {
        words.Append($"        '{command.Path}' = @(\n");
        foreach (CommandEntry child in command.Commands)
        {
            words.Append($"            , @('{child.Name}', {Quoted(child.Summary)})\n");
        }

        foreach ((ValueEntry value, _) in command.Arguments.Take(1))
        {
            foreach (string word in value.Kind == ValueKind.Metric ? MeasuredNames.Metrics : value.Words)
            {
                words.Append($"            , @('{word}', '{word}')\n");
            }
        }

        foreach (OptionEntry option in command.Options)
        {
            foreach (string name in option.Names)
            {
                words.Append($"            , @('{name}', {Quoted(option.Summary)})\n");
                string? list = option.Value.Kind switch
                {
                    ValueKind.Words => List(option.Value.Words),
                    ValueKind.Filter => "$groups",
                    ValueKind.None => null,
                    _ => "@()",
                };
                if (list is not null)
                {
                    values.Append($"        '{command.Path} {name}' = {list}\n");
                }
            }
        }

        words.Append("        )\n");
    }

    private static string List(IEnumerable<string> words) => $"@({string.Join(", ", words.Select(Quoted))})";

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
