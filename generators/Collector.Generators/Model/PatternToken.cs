namespace Collector.Generators.Model;

/// <summary>A column of a pattern.</summary>
/// <param name="Literal">The text of the column, or what stands before the instance in it.</param>
/// <param name="Delimiter">The character that ends the instance, no blank needed; 0 if a blank does.</param>
/// <param name="IsInteger">Whether the instance is a whole number.</param>
internal sealed record PatternToken(PatternTokenKind Kind, string Literal = "", char Delimiter = '\0', bool IsInteger = false);
