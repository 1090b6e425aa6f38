using System.Globalization;

namespace Collector.Configuration;

/// <summary>Reads the settings that say how often something happens.</summary>
internal static class TimeSetting
{
    /// <exception cref="UserError">It is no span of time, or too short or too long.</exception>
    public static TimeSpan Interval(SettingValue setting)
    {
        string text = setting.Single();
        if (!Duration.TryParse(text, out TimeSpan interval))
        {
            setting.Reject($"'{text}' is not a span of time; write for example 10s, 500ms or 1m");
        }
        else if (interval < Settings.ShortestInterval || interval > Settings.LongestInterval)
        {
            setting.Reject($"'{text}' is out of range; the interval is between " +
                $"{Duration.Format(Settings.ShortestInterval)} and {Duration.Format(Settings.LongestInterval)}");
        }

        return interval;
    }

    /// <exception cref="UserError">It is no number.</exception>
    public static int FirstSeenRate(SettingValue setting)
    {
        string text = setting.Single();
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int rate))
        {
            setting.Reject($"'{text}' is not a number of series a minute; 0 sets no limit");
        }

        return rate;
    }
}
