namespace Collector.Receiving;

/// <summary>How a number is written.</summary>
internal enum NumberShape
{
    /// <summary>It is none.</summary>
    None,

    /// <summary>Digits, perhaps with a minus before them and a point between them: all servers read it alike.</summary>
    Plain,

    /// <summary>A plus, a point without digits on both of its sides, or underscores.</summary>
    Odd,

    /// <summary>With an exponent.</summary>
    Exponent,

    /// <summary>Not a number.</summary>
    NaN,

    /// <summary>Infinity, in words or by its size.</summary>
    Infinite,
}
