namespace Collector.Generators.Model;

/// <summary>A public field of a native row.</summary>
/// <param name="TypeName">The type as C# spells it.</param>
/// <param name="Type">What arithmetic makes of it.</param>
/// <param name="IsSigned">Whether it is a whole number that may be negative, which is computed with as a decimal one.</param>
/// <param name="MayBeAbsent">Whether a row may do without it (<c>ulong?</c>).</param>
internal sealed record NativeField(string Name, string TypeName, NumberType Type, bool IsSigned, bool MayBeAbsent);
