using System.Globalization;

namespace Collector.Sources.Linux;

/// <summary>Finds the sensors of all chips, and gives each a name that people know it by.</summary>
internal static class SensorChips
{
    public const string Path = "/sys/class/hwmon";

    private const string Input = "_input";

    /// <summary>The sensors of a host, named <c>chip_label</c>: <c>coretemp_Core 0</c>, <c>nct6775_fan2</c>.</summary>
    public static Sensor[] List(SourceContext context)
    {
        string folder = KernelPath.TextBelow(context, Path);
        List<Sensor> sensors = [];
        HashSet<string> names = new(StringComparer.Ordinal);
        (string Chip, string Name)[] chips = [.. Folders(folder).Select(chip => (chip, ReadLine($"{folder}/{chip}/name") ?? chip))];
        foreach ((string chip, string name) in chips)
        {
            // Two disks have two chips of one name; what they sit on tells them apart, and stays over a reboot.
            bool isAlone = chips.Count(other => other.Name == name) == 1;
            string prefix = isAlone ? name : $"{name}_{DeviceOf($"{folder}/{chip}") ?? chip}";
            foreach (string input in Inputs($"{folder}/{chip}"))
            {
                string sensor = input[..^Input.Length];
                string label = ReadLine($"{folder}/{chip}/{sensor}_label") ?? sensor;
                sensors.Add(new(
                    Unique($"{prefix}_{label}", names),
                    sensor.StartsWith("fan", StringComparison.Ordinal),
                    new(context, $"{Path}/{chip}/{input}", isLookedForOnce: true)));
            }
        }

        return [.. sensors];
    }

    private static string Unique(string name, HashSet<string> names)
    {
        string unique = name;
        for (int number = 2; !names.Add(unique); number++)
        {
            unique = string.Create(CultureInfo.InvariantCulture, $"{name}_{number}");
        }

        return unique;
    }

    private static IEnumerable<string> Folders(string folder) =>
        Names(folder).OrderBy(NumberIn).ThenBy(static name => name, StringComparer.Ordinal);

    private static IEnumerable<string> Inputs(string chip) => Names(chip)
        .Where(name => name.EndsWith(Input, StringComparison.Ordinal)
            && (name.StartsWith("temp", StringComparison.Ordinal) || name.StartsWith("fan", StringComparison.Ordinal)))
        .OrderBy(static name => name[0]).ThenBy(NumberIn);

    /// <summary>So that hwmon10 comes after hwmon9.</summary>
    private static int NumberIn(string name) =>
        int.TryParse(string.Concat(name.Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture, out int number) ? number : 0;

    private static IEnumerable<string> Names(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateFileSystemEntries(folder).Select(static path => System.IO.Path.GetFileName(path)) : [];

    /// <summary>The name of what the chip belongs to: <c>nvme0</c>, <c>0000:01:00.0</c>.</summary>
    private static string? DeviceOf(string chip)
    {
        try
        {
            return System.IO.Path.GetFileName(new FileInfo(chip + "/device").LinkTarget);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static string? ReadLine(string path)
    {
        try
        {
            string line = File.Exists(path) ? File.ReadAllText(path).Trim() : "";
            return line.Length > 0 ? line : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
