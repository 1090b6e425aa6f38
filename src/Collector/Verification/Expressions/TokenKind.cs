namespace Collector.Verification;

/// <summary>What a piece of an expectation is.</summary>
internal enum TokenKind
{
    End,
    Word,
    Number,
    Text,
    Sign,
}
