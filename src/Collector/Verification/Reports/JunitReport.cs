using System.Globalization;
using System.Text;

namespace Collector.Verification;

/// <summary>For build servers. It fits the schemas of Ant and of Jenkins; a warning passes, and is told in <c>system-out</c>.</summary>
internal static class JunitReport
{
    public static string Render(Report report)
    {
        string host = XmlText.Escape(report.Host);
        StringBuilder text = new("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n");
        text.Append(CultureInfo.InvariantCulture, $"""
              <testsuite id="0" package="collector" name="verify" hostname="{host}" timestamp="{report.Time.UtcDateTime:yyyy-MM-ddTHH:mm:ss}" tests="{report.Checks.Count}" failures="{report.Count(CheckStatus.Failed)}" errors="0" time="{report.Took.TotalSeconds:0.000}">
                <properties>
                  <property name="summary" value="{XmlText.Escape(report.Summary)}" />
                </properties>

            """);
        foreach (CheckResult check in report.Checks)
        {
            Append(text, check, host);
        }

        text.Append("    <system-out>");
        foreach (CheckResult check in report.With(CheckStatus.Warned))
        {
            text.Append($"{XmlText.Escape($"warning: {check.Name}: expected {check.Expect}; {Findings.Of(check)}")}\n");
        }

        text.Append("</system-out>\n    <system-err />\n  </testsuite>\n</testsuites>\n");
        return text.ToString();
    }

    private static void Append(StringBuilder text, CheckResult check, string host)
    {
        text.Append($"    <testcase name=\"{XmlText.Escape(check.Name)}\" classname=\"collector.{host}\" time=\"0\"");
        if (check.Status is CheckStatus.Passed or CheckStatus.Warned)
        {
            text.Append(" />\n");
            return;
        }

        text.Append(">\n      ");
        string[] notes = [.. ((string?[])[$"expected {check.Expect}", check.Why, check.Mend, check.Origin]).OfType<string>()];
        text.Append(check.Status == CheckStatus.Skipped
            ? "<skipped />"
            : $"<failure type=\"expectation\" message=\"{XmlText.Escape(Findings.Of(check))}\">{XmlText.Escape(string.Join('\n', notes))}</failure>");
        text.Append("\n    </testcase>\n");
    }
}
