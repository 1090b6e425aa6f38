namespace Collector.Receiving;

/// <summary>What a value of a pickle is.</summary>
internal enum PickleKind
{
    /// <summary>None, or anything else that no point is made of.</summary>
    Other,

    /// <summary>Text.</summary>
    Text,

    /// <summary>Bytes, which are not text to Python 3.</summary>
    Bytes,

    Number,

    Tuple,

    List,

    /// <summary>Where the parts of the next list or tuple begin.</summary>
    Mark,
}
