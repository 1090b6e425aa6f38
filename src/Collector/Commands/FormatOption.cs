using System.CommandLine;

namespace Collector.Commands;

/// <summary>A command's <c>--format</c>: one of a few words, the first of them if nothing is said.</summary>
internal sealed class FormatOption
{
    private readonly string[] _formats;
    private readonly Option<string> _option;

    public FormatOption(string description, params string[] formats)
    {
        _formats = formats;
        _option = new("--format", "-f")
        {
            Description = description,
            HelpName = string.Join('|', formats),
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
