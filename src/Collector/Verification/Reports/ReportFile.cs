namespace Collector.Verification;

/// <summary>A file that a report goes into.</summary>
/// <param name="Path">Where.</param>
/// <param name="Format">How.</param>
internal sealed record ReportFile(string Path, ReportFormat Format)
{
    /// <param name="text"><c>report.xml</c>, or <c>junit=build/report</c>.</param>
    /// <exception cref="UserError">Nobody can tell the format.</exception>
    public static ReportFile Parse(string text)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals > 0 && ReportFormat.Find(text[..equals]) is ReportFormat named)
        {
            return equals + 1 < text.Length ? new(text[(equals + 1)..], named) : throw Wrong(text, "names no file");
        }

        string extension = System.IO.Path.GetExtension(text).ToLowerInvariant();
        ReportFormat? format = Array.Find(ReportFormat.All, format => format.Extension == extension && extension.Length > 0);
        return format is not null ? new(text, format)
            : equals > 0 ? throw Wrong(text, $"there is no format '{text[..equals]}'; {Nearest.Hint(text[..equals], ReportFormat.Names)}")
            : throw Wrong(text, "its ending names no format; write for example junit=" + text);
    }

    /// <summary>Writes it, or replaces what was there.</summary>
    /// <exception cref="UserError">It cannot be written.</exception>
    public void Write(Report report)
    {
        try
        {
            File.WriteAllText(Path, Format.Render(report, false));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UserError(ExitCode.InputOutput, $"cannot write the report: {error.Message}");
        }
    }

    private static UserError Wrong(string text, string fault) => new(ExitCode.WrongCommandLine, $"--output: '{text}': {fault}");
}
