namespace Collector.Logging;

/// <summary>
/// Lets no part of the program fill the log: of lines that differ in their digits alone a few are said, the others are
/// counted until some minutes have passed.
/// </summary>
/// <remarks>Every part says its trouble once until it changes; this is for trouble that comes and goes, such as a flapping link.</remarks>
internal sealed class RepeatGuard
{
    /// <summary>For so long lines of a kind are counted together.</summary>
    public const int Minutes = 10;

    /// <summary>Enough to see that something comes and goes.</summary>
    private const int Said = 3;

    /// <summary>More kinds than a healthy program has; beyond them the log is not guarded.</summary>
    private const int MostKinds = 256;

    private const long Window = Minutes * 60L * 1_000_000_000;

    private readonly Dictionary<int, Kind> _kinds = [];
    private long _nextDue = long.MaxValue;

    /// <summary>Whether a line is to be said now.</summary>
    /// <param name="level">How much it matters.</param>
    /// <param name="line">The line.</param>
    /// <param name="now">The monotonic clock, in nanoseconds.</param>
    public bool Admits(LogLevel level, string line, long now)
    {
        int key = KeyOf(line);
        if (!_kinds.TryGetValue(key, out Kind? kind))
        {
            Forget(now);
            if (_kinds.Count < MostKinds)
            {
                _kinds.Add(key, new() { Since = now, Lines = 1, Level = level, Last = line });
            }

            return true;
        }

        if (now - kind.Since >= Window && kind.Unsaid == 0)
        {
            kind.Since = now;
            kind.Lines = 0;
        }

        kind.Lines++;
        if (kind.Lines <= Said)
        {
            return true;
        }

        kind.Level = level;
        kind.Last = line;
        _nextDue = Math.Min(_nextDue, kind.Since + Window);
        return false;
    }

    /// <summary>A kind of line whose time is over, with what was not said of it; null if there is none.</summary>
    /// <param name="now">The monotonic clock, in nanoseconds.</param>
    public Repeated? TakeDue(long now)
    {
        if (now < _nextDue)
        {
            return null;
        }

        foreach (Kind kind in _kinds.Values)
        {
            if (kind.Unsaid > 0 && now >= kind.Since + Window)
            {
                Repeated repeated = new(kind.Level, kind.Last, kind.Unsaid);
                // It may go on as before: then it is not said anew, but counted anew.
                kind.Since = now;
                kind.Lines = Said;
                return repeated;
            }
        }

        _nextDue = _kinds.Values.Where(static kind => kind.Unsaid > 0).Select(static kind => kind.Since + Window).DefaultIfEmpty(long.MaxValue).Min();
        return null;
    }

    private void Forget(long now)
    {
        if (_kinds.Count == MostKinds)
        {
            foreach (int key in _kinds.Where(kind => kind.Value.Unsaid == 0 && now - kind.Value.Since >= Window).Select(static kind => kind.Key).ToArray())
            {
                _kinds.Remove(key);
            }
        }
    }

    /// <summary>The same for lines that differ in their digits alone.</summary>
    private static int KeyOf(string line)
    {
        HashCode hash = default;
        bool wasDigit = false;
        foreach (char letter in line)
        {
            bool isDigit = char.IsAsciiDigit(letter);
            if (!isDigit || !wasDigit)
            {
                hash.Add(isDigit ? '0' : letter);
            }

            wasDigit = isDigit;
        }

        return hash.ToHashCode();
    }

    private sealed class Kind
    {
        public long Since { get; set; }

        public long Lines { get; set; }

        public LogLevel Level { get; set; }

        public required string Last { get; set; }

        public long Unsaid => Math.Max(0, Lines - Said);
    }
}
