namespace Collector.Sources;

/// <summary>Marks a struct whose public fields a declaration may bind by name.</summary>
[AttributeUsage(AttributeTargets.Struct)]
internal sealed class NativeRowAttribute : Attribute;
