using System.Text;

namespace Collector.Verification;

/// <summary>
/// Annotations of a workflow's run:
/// https://docs.github.com/actions/reference/workflow-commands-for-github-actions#setting-an-error-message.
/// </summary>
internal static class GithubReport
{
    public static string Render(Report report)
    {
        StringBuilder text = new();
        foreach (CheckResult check in report.WorstFirst.Where(static check => check.Status is CheckStatus.Failed or CheckStatus.Warned))
        {
            string command = check.Status == CheckStatus.Failed ? "error" : "warning";
            string[] parts = [.. ((string?[])[$"expected {check.Expect}; {Findings.Of(check)}", check.Why, check.Mend]).OfType<string>()];
            text.Append($"::{command} title={Property(check.Name)}::{Data(string.Join('\n', parts))}\n");
        }

        // A line of text that could not be taken for a command.
        text.Append($"verified {StandardError.Printable(report.Host)}: {report.Summary}\n");
        return text.ToString();
    }

    private static string Data(string text) => string.Join("%0A", text.Split('\n')
        .Select(static line => StandardError.Printable(line).Replace("%", "%25", StringComparison.Ordinal)));

    private static string Property(string text) => Data(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
