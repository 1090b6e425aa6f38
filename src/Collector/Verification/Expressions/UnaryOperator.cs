namespace Collector.Verification;

/// <summary>What stands before one expression.</summary>
internal enum UnaryOperator
{
    Not,
    Negate,
}
