namespace Collector.Verification;

/// <summary>What joins two expressions.</summary>
internal enum BinaryOperator
{
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,

    /// <summary>A text against a pattern.</summary>
    Like,
    NotLike,
    Add,
    Subtract,
    Multiply,
    Divide,
}
