using System.Text;

namespace Collector.Verification;

/// <summary>Version 14 of the Test Anything Protocol: https://testanything.org/tap-version-14-specification.html.</summary>
internal static class TapReport
{
    public static string Render(Report report)
    {
        StringBuilder text = new($"TAP version 14\n1..{report.Checks.Count}\n");
        for (int index = 0; index < report.Checks.Count; index++)
        {
            Append(text, report.Checks[index], index + 1);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, CheckResult check, int number)
    {
        bool isOk = check.Status is CheckStatus.Passed or CheckStatus.Skipped;

        // What is marked so may fail without failing the run: that is what a warning is.
        string directive = check.Status switch
        {
            CheckStatus.Skipped => $" # SKIP {Escape(Findings.Of(check))}",
            CheckStatus.Warned => " # TODO a warning only",
            _ => "",
        };
        text.Append($"{(isOk ? "ok" : "not ok")} {number} - {Escape(check.Name)}{directive}\n");
        if (isOk)
        {
            return;
        }

        text.Append("  ---\n");
        Append(text, "message", Findings.Of(check));
        Append(text, "severity", check.Severity == Severity.Warn ? "warn" : "fail");
        Append(text, "expected", check.Expect);
        Append(text, "why", check.Why);
        Append(text, "mend", check.Mend);
        Append(text, "at", check.Origin);
        text.Append("  ...\n");
    }

    /// <summary>In double quotes, whose escapes are those of JSON.</summary>
    private static void Append(StringBuilder text, string key, string? value)
    {
        if (value is not null)
        {
            string quoted = StandardError.Printable(value).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
            text.Append($"  {key}: \"{quoted}\"\n");
        }
    }

    private static string Escape(string text) => StandardError.Printable(text)
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("#", "\\#", StringComparison.Ordinal);
}
