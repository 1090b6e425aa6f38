namespace Collector.Verification;

/// <summary>Of how many instances something has to be true.</summary>
internal enum QuantifierKind
{
    All,
    Any,
    None,
}
