namespace Collector.Generators.Model;

/// <summary>A set of names.</summary>
internal enum NameSet
{
    Native,
    Metcollect,
}
