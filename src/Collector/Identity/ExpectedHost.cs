using Collector.Filters;

namespace Collector.Identity;

/// <summary>Which names are this host's own: globs, of which one has to match, and globs with <c>!</c> before them, of which none may.</summary>
/// <param name="Globs">As they were written.</param>
internal sealed record ExpectedHost(IReadOnlyList<string> Globs)
{
    private const char Not = '!';

    /// <summary>Any name will do.</summary>
    public static ExpectedHost Any { get; } = new([]);

    /// <summary>Whether a name is one of them, whatever the case of its letters.</summary>
    public bool Admits(string name)
    {
        bool hasWanted = false;
        bool isWanted = false;
        foreach (string glob in Globs)
        {
            bool isExcluded = glob.StartsWith(Not);
            bool isMatch = Glob.IsMatch(isExcluded ? glob[1..] : glob, name);
            if (isExcluded && isMatch)
            {
                return false;
            }

            hasWanted |= !isExcluded;
            isWanted |= !isExcluded && isMatch;
        }

        return isWanted || !hasWanted;
    }

    public override string ToString() => string.Join(',', Globs);
}
