using System.Runtime.CompilerServices;
using System.Text;

namespace Collector.Metrics;

/// <summary>
/// A sample with the type of its rows: it makes them all, so they are known to be of that type. There is one of these a
/// group, so it does little itself.
/// </summary>
internal sealed class Sample<TRow> : Sample
    where TRow : Row, new()
{
    /// <summary>The nth row of this tick.</summary>
    public TRow this[int index] => Unsafe.As<TRow>(Rows[index]);

    /// <summary>Takes the row of an instance into this tick, all its metrics absent. Its key is its name, empty for the host.</summary>
    public TRow Next(ReadOnlySpan<byte> key) =>
        TryNext(key, out TRow row) ? row : Add(key, Encoding.UTF8.GetString(key));

    /// <summary>Takes the row of a known instance into this tick, all its metrics absent.</summary>
    /// <returns>Whether the instance is known; if not, <see cref="Add"/> it.</returns>
    public bool TryNext(ReadOnlySpan<byte> key, out TRow row)
    {
        row = Unsafe.As<TRow>(FindNext(key)!);
        return row is not null;
    }

    /// <summary>Finds a row of this tick. Those who ask for the rows in their order find each at once.</summary>
    public bool TryGet(ReadOnlySpan<byte> key, out TRow row)
    {
        row = Unsafe.As<TRow>(FindCurrent(key)!);
        return row is not null;
    }

    /// <summary>Takes a new instance into this tick.</summary>
    public TRow Add(ReadOnlySpan<byte> key, string name)
    {
        TRow row = new();
        Append(row, key, name);
        return row;
    }

    protected override Row CreateRow() => new TRow();
}
