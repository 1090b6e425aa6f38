using System.Text;

namespace Collector.Verification;

/// <summary>A table, for the summary of a job or a comment.</summary>
internal static class MarkdownReport
{
    public static string Render(Report report)
    {
        StringBuilder text = new($"### {Cell(report.Host)}: {report.Summary}\n\n");
        text.Append("| | check | expected | found |\n|---|---|---|---|\n");
        foreach (CheckResult check in report.WorstFirst)
        {
            string status = check.Status switch
            {
                CheckStatus.Failed => "**failed**",
                CheckStatus.Warned => "**warned**",
                CheckStatus.Passed => "passed",
                _ => "skipped",
            };
            string why = check.Status is CheckStatus.Failed or CheckStatus.Warned
                ? string.Concat(((string?[])[check.Why, check.Mend]).OfType<string>().Select(static note => $"<br>{Cell(note)}"))
                : "";
            text.Append($"| {status} | {Cell(check.Name)} | {Code(check.Expect)} | {Cell(Findings.Of(check))}{why} |\n");
        }

        return text.ToString();
    }

    private static string Cell(string text)
    {
        StringBuilder escaped = new();
        foreach (char character in StandardError.Printable(text))
        {
            escaped.Append(character switch
            {
                '<' => "&lt;",
                '>' => "&gt;",
                '&' => "&amp;",
                '|' or '*' or '_' or '`' or '[' or ']' or '\\' or '~' => $"\\{character}",
                _ => $"{character}",
            });
        }

        return escaped.ToString();
    }

    /// <summary>In a table a bar ends a cell even within code.</summary>
    private static string Code(string text) =>
        $"`{StandardError.Printable(text).Replace("|", "\\|", StringComparison.Ordinal).Replace('`', '\'')}`";
}
