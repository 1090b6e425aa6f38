namespace Collector.Generators.Parsing;

/// <summary>What a JSON value is.</summary>
internal enum NodeKind
{
    Object,
    Array,
    String,
    Number,

    /// <summary><c>true</c>, <c>false</c> or <c>null</c>.</summary>
    Word,
}
