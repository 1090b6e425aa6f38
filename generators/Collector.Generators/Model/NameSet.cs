namespace Collector.Generators.Model;

/// <summary>A set of names that declarations have a say in.</summary>
internal enum NameSet
{
    Native,
    Metcollect,
    Collectd,
}
