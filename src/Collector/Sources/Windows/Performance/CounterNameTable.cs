using System.Globalization;
using System.Runtime.InteropServices;

namespace Collector.Sources.Windows.Performance;

/// <summary>The English names of objects and counters with their numbers: a list of texts, number and name by turns.</summary>
/// <remarks>
/// The table breaks with some regularity: entries without a name, numbers that are none, names twice. What can be read
/// is used. It is a megabyte on many hosts, so it is searched and not kept.
/// </remarks>
internal sealed class CounterNameTable(ReadOnlyMemory<byte> text)
{
    public static CounterNameTable Empty { get; } = new(default);

    public bool IsEmpty => text.Length < 2 * sizeof(char);

    /// <summary>The numbers that a name has. <c>#238</c> is a number itself, for hosts whose table is broken.</summary>
    public uint[] TitlesOf(string name)
    {
        if (name is ['#', .. string number] && uint.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out uint own))
        {
            return [own];
        }

        List<uint> titles = [];
        ReadOnlySpan<char> rest = Characters;
        while (TryTake(ref rest, out uint title, out ReadOnlySpan<char> known))
        {
            if (title != 0 && known.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                titles.Add(title);
            }
        }

        return [.. titles];
    }

    /// <summary>The names of these numbers; all names for none.</summary>
    public IEnumerable<string> NamesOf(IReadOnlySet<uint>? titles)
    {
        List<string> names = [];
        ReadOnlySpan<char> rest = Characters;
        while (TryTake(ref rest, out uint title, out ReadOnlySpan<char> name))
        {
            if (titles is null || titles.Contains(title))
            {
                names.Add(name.ToString());
            }
        }

        return names;
    }

    private ReadOnlySpan<char> Characters => MemoryMarshal.Cast<byte, char>(text.Span);

    /// <summary>
    /// Takes a number and its name. What should be a number and is none is passed over alone, so that a name that is
    /// missing or too many does not move all that follow; it comes as 0, which nothing has.
    /// </summary>
    /// <returns>False at the end.</returns>
    private static bool TryTake(ref ReadOnlySpan<char> rest, out uint title, out ReadOnlySpan<char> name)
    {
        bool isMore = !rest.IsEmpty;
        bool isNumber = uint.TryParse(TakeText(ref rest), NumberStyles.None, CultureInfo.InvariantCulture, out title);
        name = isNumber ? TakeText(ref rest) : default;
        return isMore;
    }

    private static ReadOnlySpan<char> TakeText(ref ReadOnlySpan<char> rest)
    {
        int end = rest.IndexOf('\0');
        ReadOnlySpan<char> taken = end < 0 ? rest : rest[..end];
        rest = end < 0 ? default : rest[(end + 1)..];
        return taken;
    }
}
