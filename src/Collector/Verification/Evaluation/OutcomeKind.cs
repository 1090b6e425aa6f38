namespace Collector.Verification;

/// <summary>What an outcome is made of.</summary>
internal enum OutcomeKind
{
    /// <summary>Its parts have to be met, all of them.</summary>
    And,

    /// <summary>One of its parts has to be met.</summary>
    Or,

    /// <summary>Its part must not be met.</summary>
    Not,

    /// <summary>A value, or one of several instances: it has no parts.</summary>
    Check,
}
