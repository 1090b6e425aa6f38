namespace Collector.Receiving;

/// <summary>A value of a pickle.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Text: where it begins in the pickle, or the complement of where it begins in what was unescaped. Tuple: where its parts begin among all. List: which one it is.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Number">Its value, if it is a number.</param>
internal readonly record struct PickleItem(PickleKind Kind, int Start = 0, int Length = 0, double Number = 0);
