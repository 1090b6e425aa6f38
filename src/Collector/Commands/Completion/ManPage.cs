using System.Text;

namespace Collector.Commands.Completion;

/// <summary>The manual page, in the macros of <c>man</c>: https://man7.org/linux/man-pages/man7/groff_man.7.html.</summary>
internal static class ManPage
{
    /// <param name="root">The commands.</param>
    /// <param name="version">This version, for the foot of each page.</param>
    /// <param name="examples">What is shown below a command's help, if anything.</param>
    public static string Of(CommandEntry root, string version, Func<string, string> examples)
    {
        StringBuilder commands = new();
        string general = examples(root.Name);
        foreach (CommandEntry command in root.All.Skip(1).Where(static command => command.Commands.Length == 0))
        {
            // A command without examples of its own gets the general ones, which are said once.
            string own = examples(command.Name);
            Append(commands, command);
            Append(commands, own == general ? "" : own);
        }

        StringBuilder everywhere = new();
        foreach (OptionEntry option in root.Options)
        {
            Append(everywhere, option);
        }

        StringBuilder start = new();
        Append(start, general);

        return $"""
            .\" What people copy is not hyphenated, nor are lines filled up to the margin.
            .nr HY 0
            .ds AD l
            .TH COLLECTOR 1 "" "collector {Escaped(version)}" "User Commands"
            .ad l
            .nh
            .SH NAME
            collector \- measures a host and forwards what it sees to Graphite and StatsD
            .SH SYNOPSIS
            .B collector
            .I command
            .RI [ option ...]
            .SH DESCRIPTION
            .B collector
            reads the counters of the system and sends them to Graphite or StatsD; it shows them, explains where they come from,
            and holds a host against what is expected of it.
            {start}.SH OPTIONS
            {everywhere}.SH COMMANDS
            {commands}.SH ENVIRONMENT
            .TP
            .BI COLLECTOR_ KEY
            A setting, in the place of the configuration file's:
            .BR COLLECTOR_TO ,
            .BR COLLECTOR_INTERVAL ,
            and so on. Options override both.
            .SH FILES
            .TP
            .I collector.json
            The configuration, beside the executable, if no
            .B \-\-config
            says otherwise. The service that the Debian package installs reads
            .IR /etc/collector/collector.json .
            .SH SEE ALSO
            .BR collectd (1),
            .BR systemctl (1)

            """;
    }

    private static void Append(StringBuilder page, CommandEntry command)
    {
        page.Append($".SS \"collector{Escaped(command.Path)}{string.Concat(command.Arguments.Select(static item => $" {Escaped(item.Value.Name)}"))}\"\n");
        page.Append($"{Escaped(command.Description)}\n");
        foreach ((ValueEntry value, string description) in command.Arguments)
        {
            page.Append($".TP\n.I {Escaped(value.Name)}\n{Escaped(description)}\n");
        }

        foreach (OptionEntry option in command.Options)
        {
            Append(page, option);
        }
    }

    /// <summary>Lines as they are: filled ones would lose their columns.</summary>
    private static void Append(StringBuilder page, string lines)
    {
        if (lines.Length > 0)
        {
            page.Append(".PP\n.EX\n");
            foreach (string line in lines.TrimEnd().Split('\n'))
            {
                page.Append($"{Escaped(line)}\n");
            }

            page.Append(".EE\n");
        }
    }

    private static void Append(StringBuilder page, OptionEntry option)
    {
        string names = string.Join(", ", option.Names.Select(static name => $"\\fB{Escaped(name)}\\fR"));
        string value = option.Value.Kind == ValueKind.None ? "" : $" \\fI{Escaped(option.Value.Name)}\\fR";
        page.Append($".TP\n{names}{value}\n{Escaped(option.Description)}\n");
        if (option.Value.Words.Length > 0 && option.Value.Words.Any(word => !option.Description.Contains(word, StringComparison.Ordinal)))
        {
            page.Append($"One of {Escaped(string.Join(", ", option.Value.Words))}.\n");
        }
    }

    /// <summary>A text without what the formatter acts on; a hyphen that is typed has to be copied as one.</summary>
    private static string Escaped(string text)
    {
        StringBuilder escaped = new();
        foreach (char character in text.ReplaceLineEndings(" "))
        {
            escaped.Append(character switch
            {
                '\\' => "\\e",
                '-' => "\\-",
                '\'' => "\\(aq",
                '"' => "\\(dq",
                '^' => "\\(ha",
                '~' => "\\(ti",
                '`' => "\\(ga",
                '.' when escaped.Length == 0 => "\\&.",
                > '~' => $"\\[u{(int)character:X4}]",
                _ => character.ToString(),
            });
        }

        return escaped.ToString();
    }
}
