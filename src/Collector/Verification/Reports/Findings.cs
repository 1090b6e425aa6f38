namespace Collector.Verification;

/// <summary>What a check found, in words that all formats share.</summary>
internal static class Findings
{
    /// <summary>How many are named in one line.</summary>
    private const int Few = 3;

    /// <summary>What was found, in one line: what decided first.</summary>
    public static string Of(CheckResult check)
    {
        if (check.Message is not null)
        {
            return check.Message;
        }

        string[] found = [.. Deciding(check).SelectMany(static detail => detail.Findings.Select(static finding => $"{finding.Path}: {finding.Found}")).Distinct()];
        string more = found.Length > Few ? $" and {found.Length - Few} more" : "";
        return string.Join(", ", found.Take(Few)) + more;
    }

    /// <summary>The parts of a check that made it what it is; all of them if no part stands out.</summary>
    public static IReadOnlyList<CheckDetail> Deciding(CheckResult check)
    {
        CheckDetail[] all = [.. check.Details];
        bool isMet = check.Status == CheckStatus.Passed;
        CheckDetail[] deciding = [.. all.Where(detail => isMet ? detail.Failing == 0 : detail.Failing > 0)];
        return deciding.Length > 0 ? deciding : all;
    }
}
