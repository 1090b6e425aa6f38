using Collector.Generators.Diagnostics;
using Collector.Generators.Model;
using Collector.Sources.Windows.Performance;

namespace Collector.Generators.Parsing;

/// <summary>Reads a source that is a Windows performance object.</summary>
internal static class PdhParser
{
    public static PdhSource? Parse(DeclarationFile file, Node node, Platform platform, GroupParse group)
    {
        Shape.IsObject(file, node, "a source of performance counters", Grammar.Pdh);
        Node? path = Shape.RequiredText(file, node, "a source of performance counters", "pdh");
        Node? counters = Shape.Required(file, node, "a source of performance counters", "counters");
        EquatableArray<CounterBinding> bindings = counters is null ? default : ParseCounters(file, node, counters, group);
        if (path is null || counters is null)
        {
            return null;
        }

        if (!CounterPath.TryParseObject(path.Text, out string name, out string? instances, out string fault))
        {
            file.Report(Descriptors.BadCounterObject, path, path.Text, fault);
            return null;
        }

        return IsInPlace(file, path, instances, platform, group) ? new(platform, name, instances, bindings) : null;
    }

    private static bool IsInPlace(DeclarationFile file, Node path, string? instances, Platform platform, GroupParse group)
    {
        bool hasRows = instances is not null && instances.IndexOf('*') >= 0;
        if (platform != Platform.Windows)
        {
            file.Report(Descriptors.CountersElsewhere, path);
        }
        else if (hasRows && group.Instance is null)
        {
            file.Report(
                Descriptors.InstanceMismatch, path, $"'{path.Text}' has instances and the group does not say what they are");
        }
        else if (!hasRows && group.Instance is not null)
        {
            file.Report(
                Descriptors.InstanceMismatch, path, $"The group has the instance '{group.Instance}' and '{path.Text}' is one row");
        }
        else if (group.IsCompleting)
        {
            file.Report(Descriptors.CountersComplete, path, path.Text);
        }
        else
        {
            return true;
        }

        return false;
    }

    private static EquatableArray<CounterBinding> ParseCounters(DeclarationFile file, Node node, Node counters, GroupParse group)
    {
        // PDH does not look at the case of letters.
        Dictionary<string, Metric> taken = new(StringComparer.OrdinalIgnoreCase);
        List<CounterBinding> bindings = [];
        foreach ((Metric metric, _, Node value) in group.Bindings(file, counters, "counters"))
        {
            Node? counter = FileParts.Target(file, value, "counter", Grammar.Counter);
            if (counter is null || !Shape.IsText(file, counter, "counter"))
            {
                continue;
            }

            Conversion conversion = ConversionParser.Parse(file, value, metric, Shape.Optional(node, "scale"));
            if (CounterPath.FaultOfCounter(counter.Text) is string fault)
            {
                file.Report(Descriptors.BadCounter, counter, counter.Text, fault);
            }
            else if (taken.TryGetValue(counter.Text, out Metric? other))
            {
                file.Report(Descriptors.FeedsTwo, counter, $"Counter '{counter.Text}'", other.Name, metric.Name);
            }
            else if (conversion.Scale.Kind == ScaleKind.ClockTicks)
            {
                file.Report(Descriptors.CountersInTicks, counter, counter.Text);
            }
            else
            {
                taken.Add(counter.Text, metric);
                bindings.Add(new(metric, counter.Text, conversion));
            }
        }

        return new([.. bindings]);
    }
}
