namespace Collector.Wire;

/// <summary>How a number is written.</summary>
internal enum NumberForm
{
    /// <summary>The shortest text of the number rounded to the digits that its unit has after the point.</summary>
    Shortest,

    /// <summary>Six digits after the point, as <c>%f</c> writes it.</summary>
    Fixed,

    /// <summary>At most fifteen digits that matter, as <c>%.15g</c> writes it, but never with an exponent.</summary>
    Significant,
}
