namespace Collector.Verification;

/// <summary>A piece of an expectation.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The word, the digits, what stands between the quotes, or the sign.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Unit">What a number is counted in.</param>
internal readonly record struct Token(TokenKind Kind, string Text, Place Place, LiteralUnit? Unit = null)
{
    public bool Is(string sign) => Kind == TokenKind.Sign && Text == sign;

    public bool IsWord(string word) => Kind == TokenKind.Word && Text.Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>What it is, for messages.</summary>
    public string Describe() => Kind == TokenKind.End ? "the end" : Kind == TokenKind.Text ? $"\"{Text}\"" : $"'{Text}'";
}
