namespace Collector.Generators.Model;

internal enum PathPartKind
{
    Text,
    Instance,
    Metric,
}
