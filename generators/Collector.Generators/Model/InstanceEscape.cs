namespace Collector.Generators.Model;

/// <summary>How an instance's name becomes a node of a path.</summary>
internal enum InstanceEscape
{
    Node,
    Mount,
    Drive,
    Punctuation,
    Plain,
    Collectd,
    CollectdMount,
}
