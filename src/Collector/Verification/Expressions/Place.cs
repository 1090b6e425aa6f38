namespace Collector.Verification;


/// <summary>Where something stands in the text of an expectation. Two things that stand elsewhere can be the same, so places are all equal.</summary>
internal readonly struct Place(int start, int length) : IEquatable<Place>
{
    public int Start => start;

    public int Length => length;

    public int End => start + length;

    /// <summary>From the beginning of one thing to the end of another.</summary>
    public Place To(Place last) => new(Start, last.End - Start);

    public bool Equals(Place other) => true;

    public override bool Equals(object? obj) => obj is Place;

    public override int GetHashCode() => 0;
}
