using System.CommandLine;

namespace Collector.Commands;

/// <summary>A command's <c>--format</c>: one of a few words, the first of them if nothing is said.</summary>
internal sealed class FormatOption
{
    /// <summary>More than that does not fit beside the option's name.</summary>
    private const int LongestHelpName = 40;

    private readonly string[] _formats;
    private readonly Option<string> _option;

    public FormatOption(string description, params string[] formats)
    {
        _formats = formats;
        string names = string.Join('|', formats);
        bool isShort = names.Length <= LongestHelpName;
        _option = new("--format", "-f")
        {
            Description = isShort ? description : $"{description} {names}.",
            HelpName = isShort ? names : "format",
            DefaultValueFactory = _ => formats[0],
        };
    }

    public FormatOption AddTo(Command command)
    {
        command.Add(_option);
        return this;
    }

    /// <exception cref="UserError">There is no such format.</exception>
    public string Read(ParseResult result)
    {
        string format = result.GetValue(_option)!;
        return _formats.Contains(format)
            ? format
            : throw new UserError(
                ExitCode.WrongCommandLine, $"--format: there is no format '{format}'; {Nearest.Hint(format, _formats)}");
    }
}
