namespace Collector.Generators.Model;

internal enum PatternTokenKind
{
    /// <summary>Whatever stands there.</summary>
    Any,

    /// <summary>A given text.</summary>
    Literal,

    /// <summary>The name of the instance.</summary>
    Instance,
}
