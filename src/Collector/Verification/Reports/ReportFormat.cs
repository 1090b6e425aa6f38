namespace Collector.Verification;

/// <summary>A way to write a report down.</summary>
/// <param name="Name">What people ask for it by.</param>
/// <param name="Extension">The ending of files that are most likely meant to be so; null for none.</param>
/// <param name="Render">Makes the text; the second argument says whether it may have colours.</param>
internal sealed record ReportFormat(string Name, string? Extension, Func<Report, bool, string> Render)
{
    /// <summary>All that there are, the usual one first.</summary>
    public static ReportFormat[] All { get; } =
    [
        new("text", ".txt", TextReport.Render),
        new("json", ".json", static (report, _) => JsonChecks.Render(report)),
        new("junit", ".xml", static (report, _) => JunitReport.Render(report)),
        new("tap", ".tap", static (report, _) => TapReport.Render(report)),
        new("nagios", null, static (report, _) => NagiosReport.Render(report)),
        new("github", null, static (report, _) => GithubReport.Render(report)),
        new("markdown", ".md", static (report, _) => MarkdownReport.Render(report)),
        new("silent", null, static (_, _) => ""),
    ];

    public static string[] Names { get; } = Array.ConvertAll(All, static format => format.Name);

    public static ReportFormat? Find(string name) => Array.Find(All, format => format.Name == name);

    /// <summary>The exit code that a caller of this format expects.</summary>
    /// <param name="report">The report.</param>
    /// <param name="otherwise">The collector's own.</param>
    public int ExitCodeOf(Report report, int otherwise) => Name == "nagios" ? NagiosReport.StateOf(report) : otherwise;
}
