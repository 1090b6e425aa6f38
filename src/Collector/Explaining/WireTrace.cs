using System.Text;
using Collector.Metrics;
using Collector.Wire;

namespace Collector.Explaining;

/// <summary>The lines that a metric's value becomes under one set of names.</summary>
internal sealed class WireTrace
{
    private readonly GroupReader _reader;
    private readonly WireNaming _naming;
    private readonly GroupSerializer? _serializer;
    private readonly WireWriter _writer;

    public WireTrace(GroupReader reader, WireNaming naming)
    {
        _reader = reader;
        _naming = naming;
        _serializer = reader.CreateSerializer(naming);
        _writer = naming.Wire == WireKind.Graphite ? new GraphiteWriter() : new StatsdWriter();
    }

    /// <summary>Whether lines that a metric is part of tell what a counter grew by, which takes two readings.</summary>
    public bool NeedsTwoReadings(int row, MetricInfo metric)
    {
        ulong metrics = 1ul << metric.Index;
        foreach (SentLine line in LinesOf(row, metric))
        {
            metrics |= line.Metrics;
        }

        return _naming.NeedsTwoReadings
            && MetricTarget.Of(_reader, row, metrics).Any(static target => target.Metric.Kind == MetricKind.Counter);
    }

    /// <summary>Takes what the last read brought.</summary>
    public void Write(Moment now)
    {
        _writer.Begin(now.Seconds, now.Nanoseconds);
        _serializer?.Write(_writer);
        _writer.End();
    }

    /// <summary>The lines of the last <see cref="Write"/> that a metric is part of.</summary>
    public IEnumerable<WireLine> Lines(int row, MetricInfo metric)
    {
        string label = _naming.Wire == WireKind.Graphite ? NameSets.All[(int)_naming.Names] : "statsd";
        string[] written = Encoding.UTF8.GetString(_writer.Bytes).Split('\n');
        bool isNamed = false;
        foreach (SentLine line in LinesOf(row, metric))
        {
            isNamed = true;
            string[] sent = Array.FindAll(written, text => IsNamed(text, line.Name));
            foreach (string text in sent)
            {
                yield return new(label, text);
            }

            if (sent.Length == 0)
            {
                yield return new(label, $"({line.Name} has nothing to tell this time)");
            }
        }

        if (!isNamed)
        {
            yield return new(label, "(has no name for it)");
        }
    }

    private static bool IsNamed(string text, string name) =>
        text.Length > name.Length && text.StartsWith(name, StringComparison.Ordinal) && text[name.Length] is ' ' or ':';

    private IEnumerable<SentLine> LinesOf(int row, MetricInfo metric) =>
        row < 0 ? [] : _serializer?.LinesOf(row).Where(line => ((line.Metrics >> metric.Index) & 1) != 0) ?? [];
}
