using System.Globalization;
using System.Text;

namespace Collector.Verification;

/// <summary>
/// One line with performance data, and the exit codes of a plugin:
/// https://nagios-plugins.org/doc/guidelines.html#PLUGOUTPUT.
/// </summary>
internal static class NagiosReport
{
    private const int Ok = 0;
    private const int Warning = 1;
    private const int Critical = 2;
    private const int Unknown = 3;

    private static readonly string[] s_states = ["OK", "WARNING", "CRITICAL", "UNKNOWN"];

    public static string Render(Report report)
    {
        StringBuilder text = new($"COLLECTOR {s_states[StateOf(report)]} - {report.Summary}");
        foreach (CheckResult check in report.WorstFirst.Where(static check => check.Status is CheckStatus.Failed or CheckStatus.Warned))
        {
            text.Append($"; {Clean(check.Name)}: {Clean(Findings.Of(check))}");
        }

        string data = string.Join(' ', report.Checks.SelectMany(DataOf).Distinct());
        return $"{text}{(data.Length > 0 ? $" | {data}" : "")}\n";
    }

    /// <summary>Critical, unless all that failed could not be read.</summary>
    public static int StateOf(Report report) =>
        report.With(CheckStatus.Failed).Any(static check => check.Outcome?.Verdict != Verdict.Unknown) ? Critical
        : !report.IsFit ? Unknown
        : !report.IsMet ? Warning
        : Ok;

    private static IEnumerable<string> DataOf(CheckResult check)
    {
        bool isStraight = check.Outcome is not null && !HasNegation(check.Outcome);
        foreach (CheckDetail detail in check.Details)
        {
            string limit = isStraight ? LimitOf(detail) : "";
            foreach (Finding finding in detail.Findings)
            {
                if (finding.Number is double number)
                {
                    string label = Clean(finding.Path).Replace("'", "''", StringComparison.Ordinal).Replace('=', ':');
                    yield return $"'{label}'={Plain(number)}{UnitOf(detail.Type)}{limit}";
                }
            }
        }
    }

    private static bool HasNegation(Outcome outcome) => outcome.Kind == OutcomeKind.Not || outcome.Parts.Any(HasNegation);

    /// <summary>Warning and critical range, where it holds for each value: a range alerts on what lies outside of it.</summary>
    private static string LimitOf(CheckDetail detail) => detail.Limit is not double limit || detail.Quantifier is not (null or QuantifierKind.All) ? ""
        : detail.Expected.StartsWith('<') ? $";;{Plain(limit)}"
        : detail.Expected.StartsWith('>') ? $";;{Plain(limit)}:"
        : "";

    private static string UnitOf(ValueType type) => type.IsRate ? "" : type.Dimension switch
    {
        Dimension.Bytes => "B",
        Dimension.Duration => "s",
        Dimension.Percent => "%",
        _ => "",
    };

    private static string Plain(double number) => number.ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>A bar begins the data.</summary>
    private static string Clean(string text) => StandardError.Printable(text).Replace('|', '/');
}
