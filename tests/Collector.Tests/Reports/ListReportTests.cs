using Collector.Metrics;
using Collector.Reports;
using Collector.Sources;
using Collector.Wire;

namespace Collector.Tests.Reports;

public sealed class ListReportTests
{
    [Test]
    [Arguments(NameSet.Metcollect)]
    [Arguments(NameSet.Collectd)]
    [Arguments(NameSet.Tagged)]
    public async Task The_names_that_would_be_sent_are_shown_for_each_metric(object names)
    {
        using TemporaryFolder root = Host();
        await Verify(Render(root, new(WireKind.Graphite, (NameSet)names, "p.", "h")), parameters: $"{names}");
    }

    [Test]
    public async Task What_a_metric_means_is_shown_with_whether_it_is_here()
    {
        using TemporaryFolder root = Host();
        await Verify(Render(root, naming: null));
    }

    private static TemporaryFolder Host()
    {
        TemporaryFolder root = new();
        root.Write("proc/swaps", "Filename Type Size Used Priority\n");
        root.Write("proc/diskstats", " 8 0 sda 1 0 2 3 4 0 5 6 0 7 8\n 7 0 loop0 1 0 2 3 4 0 5 6 0 7 8\n 8 1 sdb 1 0 2 3 4 0 5 6 0 7 8\n");
        return root;
    }

    private static string Render(TemporaryFolder root, WireNaming? naming)
    {
        MetricGroup[] groups = [DiskIoGroup.Definition, PressureGroup.Definition, PageFileGroup.Definition];
        SourceContext context = new(root.Path);
        context.BeginTick();
        GroupReader?[] readers = [.. groups.Select(group => group.OpenReader(Platform.Linux, context))];
        foreach (GroupReader? reader in readers)
        {
            reader?.Read();
        }

        return ListReport.Render(groups, readers, context, Platform.Linux, naming);
    }
}
