using System.Text;

namespace Collector.Verification;

/// <summary>For people: what is wrong comes first, and with its reasons.</summary>
internal static class TextReport
{
    private const string Indent = "      ";

    public static string Render(Report report, bool isColoured)
    {
        StringBuilder text = new();
        foreach (CheckResult check in report.WorstFirst)
        {
            Append(text, check, isColoured);
        }

        text.Append($"{Clean(report.Host)}: {report.Summary}\n");
        return text.ToString();
    }

    private static void Append(StringBuilder text, CheckResult check, bool isColoured)
    {
        (string word, string colour) = check.Status switch
        {
            CheckStatus.Failed => ("FAIL", "31"),
            CheckStatus.Warned => ("WARN", "33"),
            CheckStatus.Passed => ("ok", "32"),
            _ => ("skip", "2"),
        };
        string padded = $"{word,-6}";
        text.Append(isColoured ? $"\e[{colour}m{padded}\e[0m" : padded);
        text.Append(Clean(check.Name));
        if (check.Status is CheckStatus.Passed or CheckStatus.Skipped)
        {
            string found = Findings.Of(check);
            text.Append(found.Length > 0 ? $"   {Clean(found)}\n" : "\n");
            return;
        }

        text.Append('\n');
        Line(text, check.Outcome is null || check.Name == check.Expect ? null : $"expected {check.Expect}");
        Line(text, check.Message);
        foreach (CheckDetail detail in check.Message is null ? Findings.Deciding(check) : [])
        {
            Append(text, detail);
        }

        Line(text, check.Why is null ? null : $"why: {check.Why}");
        Line(text, check.Mend is null ? null : $"mend: {check.Mend}");
        Line(text, check.Origin is null or "--expect" ? null : $"in {check.Origin}");
    }

    private static void Append(StringBuilder text, CheckDetail detail)
    {
        foreach (Finding finding in detail.Findings)
        {
            string mark = finding.Verdict == Verdict.Met && detail.Failing > 0 ? ", which is as expected" : "";
            Line(text, $"found {finding.Path}: {finding.Found}{mark}");
        }

        int hidden = detail.Instances - detail.Findings.Count;
        string more = hidden > 0 ? $"and {hidden} more; {detail.Failing} of {detail.Instances} are not {detail.Expected}; " : "";
        Line(text, detail.Origin is null ? null : $"{more}from {detail.Origin}");
    }

    private static void Line(StringBuilder text, string? line)
    {
        if (line is not null)
        {
            text.Append($"{Indent}{Clean(line)}\n");
        }
    }

    private static string Clean(string text) => StandardError.Printable(text);
}
