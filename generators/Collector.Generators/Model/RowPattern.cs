namespace Collector.Generators.Model;

/// <summary>What the lines look like that are rows.</summary>
/// <param name="Text">As declared.</param>
internal sealed record RowPattern(string Text, EquatableArray<PatternToken> Tokens)
{
    /// <summary>The token that holds the instance's name; null if the pattern selects one line.</summary>
    public PatternToken? Instance => Tokens.FirstOrDefault(static token => token.Kind == PatternTokenKind.Instance);
}

/// <summary>A column of a pattern.</summary>
/// <param name="Literal">The text of the column, or what stands before the instance in it.</param>
/// <param name="Delimiter">The character that ends the instance, no blank needed; 0 if a blank does.</param>
/// <param name="IsInteger">Whether the instance is a whole number.</param>
internal sealed record PatternToken(PatternTokenKind Kind, string Literal = "", char Delimiter = '\0', bool IsInteger = false);

internal enum PatternTokenKind
{
    /// <summary>Whatever stands there.</summary>
    Any,

    /// <summary>A given text.</summary>
    Literal,

    /// <summary>The name of the instance.</summary>
    Instance,
}
