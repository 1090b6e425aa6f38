using System.Runtime.CompilerServices;
using Collector.Counters;
using Collector.Metrics;
using Collector.Sources;
using Collector.Verification;

namespace Collector.Tests.Verification;

/// <summary>The expectations of the tests.</summary>
internal static class Expectations
{
    private static readonly FileCounters s_vmstat = new("/proc/vmstat", true, "");

    /// <summary>A group that a configuration adds.</summary>
    public static ConfiguredGroup Configured { get; } = new(
        "app", s_vmstat, [new("oom_kills", "oom_kill", MetricUnit.Count, MetricKind.Counter, 1, "Kills.")]);

    /// <summary>What there is to verify: the collector itself runs for no longer than that takes.</summary>
    public static MetricGroup[] Groups { get; } = [.. Catalog.Groups.ToArray().Where(static group => group.Name != "self"), Configured];

    /// <summary>The expressions of a file, a line each.</summary>
    public static string[] Lines(string file) =>
        [.. File.ReadAllText(Path.Combine(Path.GetDirectoryName(ThisFile())!, file)).TrimEnd('\n').Split('\n').Where(static line => !line.StartsWith('#'))];

    public static BoundExpectation? Bind(string text, out ExpressionFault? fault, Platform platform = Platform.Linux, NamedTargets? targets = null) =>
        new ExpectationBinder(Groups, platform, targets ?? NamedTargets.None).Bind(text, out fault);

    public static BoundExpectation Bind(string text, Platform platform = Platform.Linux, NamedTargets? targets = null) =>
        Bind(text, out ExpressionFault? fault, platform, targets) ?? throw new InvalidOperationException(fault!.Render());

    /// <summary>What an expectation needs, in one line.</summary>
    public static string Describe(ReadingNeeds needs)
    {
        List<string> parts = [.. needs.Filter.Items.Select(static item => item.Text)];
        parts.AddRange(needs.Facts.Select(static fact => $"host.{BoundFact.Names[(int)fact]}"));
        NamedTargets targets = needs.TargetsBeside(NamedTargets.None);
        parts.AddRange(new[] { ("services", targets.Services), ("processes", targets.Processes), ("ports", targets.Ports), ("files", targets.Files) }
            .Where(static list => list.Item2.Count > 0)
            .Select(static list => $"{list.Item1}({string.Join(", ", list.Item2)})"));
        parts.AddRange(needs.NeedsRate ? ["twice"] : []);
        parts.AddRange(needs.Missing.Select(static reason => $"but {reason}"));
        return string.Join("; ", parts);
    }

    private static string ThisFile([CallerFilePath] string file = "") => file;
}
