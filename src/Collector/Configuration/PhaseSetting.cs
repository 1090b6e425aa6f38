namespace Collector.Configuration;

/// <summary>Reads the setting that says how long after a tick its lines leave.</summary>
internal static class PhaseSetting
{
    /// <exception cref="UserError">It is no span of time.</exception>
    public static Settings Apply(Settings settings, SettingValue setting)
    {
        string text = setting.Single();
        if (!Duration.TryParse(text, out TimeSpan phase))
        {
            setting.Reject($"'{text}' is not a span of time; write for example 2s or 500ms, or 0s to send at once");
        }

        return settings with { Phase = phase, PhaseSetting = setting };
    }

    /// <summary>Ends the program if the phase is not within the interval, which may be set after it.</summary>
    public static void Require(Settings settings)
    {
        if (settings.Phase >= settings.Interval)
        {
            settings.PhaseSetting?.Reject(
                $"'{settings.PhaseSetting.Values[0]}' is out of range; it has to be shorter than the interval, which is {Duration.Format(settings.Interval)}");
        }
    }
}
