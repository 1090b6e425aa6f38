using System.Globalization;

namespace Collector.Configuration;

/// <summary>Reads the lists of services, processes, ports and files that users choose by name.</summary>
internal static class TargetSettings
{
    /// <summary>A regular expression for ports.</summary>
    public const string PortPattern = "^(tcp|udp):[1-9][0-9]{0,4}$";

    /// <summary>A regular expression for absolute paths.</summary>
    public const string PathPattern = @"^(/|\\\\|[A-Za-z]:[\\/])";

    /// <summary>The names of services or processes.</summary>
    public static IReadOnlyList<string> Names(SettingValue setting) => Read(setting, static _ => null);

    public static IReadOnlyList<string> Ports(SettingValue setting) => Read(setting, static text => IsPort(text)
        ? null
        : $"'{text}' is not a port; write for example tcp:22 or udp:53, with a number from 1 to 65535");

    public static IReadOnlyList<string> Files(SettingValue setting) => Read(setting, static text => IsAbsolute(text)
        ? null
        : $"'{text}' is not an absolute path such as /etc/hosts or C:\\hosts.txt");

    private static IReadOnlyList<string> Read(SettingValue setting, Func<string, string?> fault)
    {
        HashSet<string> known = new(StringComparer.Ordinal);
        foreach (SettingValue value in setting.Each())
        {
            string text = value.Single();
            if (string.IsNullOrWhiteSpace(text))
            {
                value.Reject("one of the names is empty; take it out");
            }
            else if (text.Any(char.IsControl))
            {
                // A NUL would end the name in system calls, and be an error in others.
                value.Reject($"'{text}' has a control character in it; take it out");
            }
            else if (fault(text) is string wrong)
            {
                value.Reject(wrong);
            }
            else if (!known.Add(text))
            {
                value.Reject($"'{text}' is there twice; keep one");
            }
        }

        return setting.Values;
    }

    private static bool IsPort(string text)
    {
        string number = text.StartsWith("tcp:", StringComparison.Ordinal) || text.StartsWith("udp:", StringComparison.Ordinal)
            ? text[4..]
            : "";
        return ushort.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out ushort port)
            && port > 0 && number[0] != '0';
    }

    /// <summary>As either system writes absolute paths: a recorded host may be another one's.</summary>
    private static bool IsAbsolute(string text) =>
        text is ['/', ..] or ['\\', '\\', ..] || (text is [char drive, ':', '\\' or '/', ..] && char.IsAsciiLetter(drive));
}
