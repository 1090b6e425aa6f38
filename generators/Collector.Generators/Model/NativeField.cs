namespace Collector.Generators.Model;

/// <summary>A public field of a native row.</summary>
/// <param name="TypeName">The type as C# spells it.</param>
internal sealed record NativeField(string Name, string TypeName, NumberType Type);
