namespace Collector.Filters;

/// <summary>What an item of a filter does with what it matches.</summary>
internal enum FilterSign
{
    /// <summary>Without a sign: nothing is measured but what such items match.</summary>
    Only,

    /// <summary>With a plus: this too.</summary>
    Add,

    /// <summary>With a minus: not this.</summary>
    Remove,
}
