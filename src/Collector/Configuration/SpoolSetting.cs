namespace Collector.Configuration;

/// <summary>Reads the settings that say how lines wait for their receivers.</summary>
internal static class SpoolSetting
{
    private const long LeastBytes = 64 * 1024;
    private const long MostBytes = 1L << 40;

    private static readonly TimeSpan s_leastAge = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_mostAge = TimeSpan.FromDays(365);

    public static string Folder(SettingValue setting)
    {
        string text = setting.Single();
        if (text.Length == 0)
        {
            setting.Reject("names no folder; leave it out to keep lines in memory");
        }
        else if (text.Any(char.IsControl))
        {
            setting.Reject($"'{text}' has a control character in it; take it out");
        }

        return Path.GetFullPath(text);
    }

    public static long Bytes(SettingValue setting)
    {
        string text = setting.Single();
        if (!ByteSize.TryParse(text, out long bytes))
        {
            setting.Reject($"'{text}' is not a number of bytes; write for example 64MiB");
        }
        else if (bytes is < LeastBytes or > MostBytes)
        {
            setting.Reject($"'{text}' is out of range; it is between {ByteSize.Format(LeastBytes)} and {ByteSize.Format(MostBytes)}");
        }

        return bytes;
    }

    public static TimeSpan Age(SettingValue setting)
    {
        string text = setting.Single();
        if (!Duration.TryParse(text, out TimeSpan age))
        {
            setting.Reject($"'{text}' is not a span of time; write for example 24h or 7d");
        }
        else if (age < s_leastAge || age > s_mostAge)
        {
            setting.Reject($"'{text}' is out of range; it is between {Duration.Format(s_leastAge)} and {Duration.Format(s_mostAge)}");
        }

        return age;
    }

    /// <summary>Zero for each tick, null for never.</summary>
    public static TimeSpan? Sync(SettingValue setting)
    {
        string text = setting.Single();
        if (text == "tick")
        {
            return TimeSpan.Zero;
        }

        if (text == "never")
        {
            return null;
        }

        if (!Duration.TryParse(text, out TimeSpan pause))
        {
            setting.Reject($"'{text}' is none of tick, never and a span of time such as 30s");
        }

        return pause;
    }

    /// <summary>A number of bytes as it is written in a setting.</summary>
    public static string Text(long bytes) => ByteSize.Format(bytes).Replace(" ", "", StringComparison.Ordinal);

    public static string Text(TimeSpan? pause) =>
        pause is not TimeSpan time ? "never" : time == TimeSpan.Zero ? "tick" : Duration.Format(time);
}
