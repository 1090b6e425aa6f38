using System.Globalization;

namespace Collector.Sources.Linux;

/// <summary>Finds the sensors of all chips, and gives each a name that people know it by.</summary>
internal static class SensorChips
{
    public const string Path = "/sys/class/hwmon";

    private const string Input = "_input";

    private static readonly Comparer<string> s_order = Comparer<string>.Create(Compare);

    /// <summary>The sensors of a host, named <c>chip_label</c>: <c>coretemp_Core 0</c>, <c>nct6775_fan2</c>.</summary>
    public static Sensor[] List(SourceContext context)
    {
        string folder = KernelPath.TextBelow(context, Path);
        List<Sensor> sensors = [];
        HashSet<string> names = new(StringComparer.Ordinal);
        string[] chips = [.. Names(folder).Order(s_order)];
        string[] chipNames = Array.ConvertAll(chips, chip => ReadLine($"{folder}/{chip}/name") ?? chip);
        for (int index = 0; index < chips.Length; index++)
        {
            // Two disks have two chips of one name; what they sit on tells them apart, and stays over a reboot.
            string chip = chips[index];
            string name = chipNames[index];
            bool isAlone = Array.IndexOf(chipNames, name) == Array.LastIndexOf(chipNames, name);
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

    private static IEnumerable<string> Inputs(string chip) => Names(chip)
        .Where(name => name.EndsWith(Input, StringComparison.Ordinal)
            && (name.StartsWith("temp", StringComparison.Ordinal) || name.StartsWith("fan", StringComparison.Ordinal)))
        .Order(s_order);

    /// <summary>Fans before temperatures, and hwmon10 after hwmon9.</summary>
    private static int Compare(string left, string right)
    {
        int order = left[0] != right[0] ? left[0] - right[0] : NumberIn(left) - NumberIn(right);
        return order != 0 ? order : string.CompareOrdinal(left, right);
    }

    private static int NumberIn(string name) =>
        int.TryParse(Array.FindAll(name.ToCharArray(), char.IsAsciiDigit), CultureInfo.InvariantCulture, out int number) ? number : 0;

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
            string line = File.Exists(path) ? RegularFile.ReadText(path).Trim() : "";
            return line.Length > 0 ? line : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
