namespace Collector.Generators.Model;

/// <summary>What the lines look like that are rows.</summary>
/// <param name="Text">As declared.</param>
internal sealed record RowPattern(string Text, EquatableArray<PatternToken> Tokens)
{
    /// <summary>The token that holds the instance's name; null if the pattern selects one line.</summary>
    public PatternToken? Instance => Tokens.FirstOrDefault(static token => token.Kind == PatternTokenKind.Instance);
}
