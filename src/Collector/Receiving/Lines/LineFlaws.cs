namespace Collector.Receiving;

/// <summary>What is wrong with a line. <see cref="FlawText"/> has the words.</summary>
/// <remarks>The order is that in which they are told: of several the first one counts.</remarks>
[Flags]
internal enum LineFlaws : ulong
{
    None = 0,

    // The point is lost, or is stored as something else.
    TooLong = 1ul << 0,
    NotUtf8 = 1ul << 1,
    SplitsInDatagram = 1ul << 2,
    CutInDatagram = 1ul << 3,
    Unfinished = 1ul << 4,
    LooksLikeStatsd = 1ul << 5,
    LooksLikeGraphite = 1ul << 6,
    NoValue = 1ul << 7,
    NoStamp = 1ul << 8,
    TooManyFields = 1ul << 9,
    NoName = 1ul << 10,
    NulInName = 1ul << 11,
    EmptyNode = 1ul << 12,
    LongNode = 1ul << 13,
    SlashInName = 1ul << 14,
    BadTags = 1ul << 15,
    RewrittenName = 1ul << 16,
    NoColon = 1ul << 17,
    NoType = 1ul << 18,
    UnknownType = 1ul << 19,
    NoNumber = 1ul << 20,
    NotANumber = 1ul << 21,
    Infinite = 1ul << 22,
    NegativeTime = 1ul << 23,
    StampNoNumber = 1ul << 24,
    StampNotFinite = 1ul << 25,
    StampTooSmall = 1ul << 26,
    StampTooLarge = 1ul << 27,
    BadRate = 1ul << 28,
    DeadlyRate = 1ul << 29,
    ZeroRate = 1ul << 30,
    NoPoint = 1ul << 31,
    NameNoText = 1ul << 32,

    /// <summary>All of the above.</summary>
    Malformed = (1ul << 40) - 1,

    // It arrives, but not everywhere, or not as it was meant.
    Empty = 1ul << 40,
    OddBlank = 1ul << 41,
    OddName = 1ul << 42,
    OddNumber = 1ul << 43,
    Exponent = 1ul << 44,
    StampIsNow = 1ul << 45,
    StampHasFraction = 1ul << 46,
    OldStamp = 1ul << 47,
    FutureStamp = 1ul << 48,
    CarriageReturn = 1ul << 49,
    SignedGauge = 1ul << 50,
    FractionalCounter = 1ul << 51,
    OddType = 1ul << 52,
    HighRate = 1ul << 53,
    StatsdTags = 1ul << 54,
    DogStatsd = 1ul << 55,
    LargeDatagram = 1ul << 56,
}
