using Collector.Metrics;

namespace Collector.Wire;

/// <summary>A serializer that sends each metric under a name of its own: one line a metric, numbered alike.</summary>
internal abstract class PathSerializer(Sample sample, WireNaming naming, MetricGroup group, PathTemplate path)
    : SampleSerializer(sample, naming, path.Escape)
{
    protected override int LineCount => group.Metrics.Length;

    protected override int BesideInstance
    {
        get
        {
            int beside = 0;
            foreach (MetricInfo metric in group.Metrics)
            {
                bool isSent = Has(path.Metrics, metric.Index);
                beside = Math.Max(beside, isSent ? PathTemplate.BesideInstance(path.Fill(metric.Name, "{instance}")) : 0);
            }

            return beside;
        }
    }

    protected override ulong MetricsOf(int line) => 1ul << line;

    protected override LineNames CreateNames(string? node)
    {
        bool isTagged = Naming.Names == NameSet.Tagged;
        TagList tags = isTagged ? TagList.Of(Naming, group.InstanceLabel, node) : TagList.None;
        LineNames names = new(Naming, group.Metrics.Length, node, tags.Tail);
        foreach (MetricInfo metric in group.Metrics)
        {
            if (Has(path.Metrics, metric.Index))
            {
                names.Add($"{Naming.Stem}{path.Fill(metric.Name, node)}{tags.Suffix}");
            }
            else
            {
                names.Skip();
            }
        }

        return names;
    }
}
