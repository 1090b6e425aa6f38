using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace Collector.Configuration;

/// <summary>Reads <c>collector.json</c>.</summary>
internal static class ConfigurationFile
{
    public const string DefaultName = "collector.json";

    /// <summary>The settings of a file.</summary>
    /// <exception cref="UserError">The file cannot be read, is not JSON, or has a key that there is not.</exception>
    public static IEnumerable<SettingValue> Read(string path)
    {
        foreach (IConfigurationSection section in Load(path).GetChildren())
        {
            string key = section.Key.ToLowerInvariant();
            SettingValue setting = key == SettingKey.Counters
                ? new(key, [], SettingOrigin.File, $"{path}: {section.Key}") { Items = ItemsOf(path, section) }
                : new(key, ValuesOf(path, section), SettingOrigin.File, $"{path}: {section.Key}");
            if (key is not "$schema")
            {
                RequireKnown(setting);
                yield return setting;
            }
        }
    }

    private static void RequireKnown(SettingValue setting)
    {
        if (!SettingKey.All.Contains(setting.Key))
        {
            setting.Reject($"there is no such setting; {Nearest.Hint(setting.Key, SettingKey.All)}");
        }
    }

    private static IConfiguration Load(string path)
    {
        if (path.Length == 0)
        {
            throw new UserError(ExitCode.InvalidConfiguration, "the configuration file has no name; leave --config out to do without");
        }

        if (Directory.Exists(path))
        {
            throw new UserError(ExitCode.InvalidConfiguration, $"cannot read the configuration: '{path}' is a folder");
        }

        try
        {
            using FileStream stream = File.OpenRead(path);
            return new ConfigurationBuilder().AddJsonStream(stream).Build();
        }
        catch (JsonException error)
        {
            string reason = error.Message.Split(" LineNumber:")[0];
            throw new UserError(
                ExitCode.InvalidConfiguration,
                $"{path}({error.LineNumber + 1},{error.BytePositionInLine + 1}): not valid JSON: {reason}");
        }
        catch (FormatException error)
        {
            // A key that is there twice, or something other than an object at the top.
            throw new UserError(ExitCode.InvalidConfiguration, $"{path}: {error.Message}");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UserError(ExitCode.InvalidConfiguration, $"cannot read the configuration: {error.Message}");
        }
    }

    private static string[] ValuesOf(string path, IConfigurationSection section)
    {
        if (section.Value is not null)
        {
            return [section.Value];
        }

        List<string> values = [];
        if (!section.GetChildren().Any() && !section.Key.Equals(SettingKey.Tags, StringComparison.OrdinalIgnoreCase))
        {
            throw new UserError(
                ExitCode.InvalidConfiguration, $"{path}: {section.Key}: expected a text or a list of texts, not null or {{}}");
        }

        foreach (IConfigurationSection item in section.GetChildren())
        {
            bool isNumbered = int.TryParse(item.Key, out _);
            if (section.Key.Equals(SettingKey.Tags, StringComparison.OrdinalIgnoreCase) && item.Value is not null && !isNumbered)
            {
                values.Add($"{item.Key}={item.Value}");
                continue;
            }

            if (item.Value is null || !isNumbered)
            {
                throw new UserError(
                    ExitCode.InvalidConfiguration,
                    $"{path}: {section.Key}: expected a text or a list of texts, not '{item.Key}' with more below it");
            }

            values.Add(item.Value);
        }

        return [.. values];
    }

    /// <summary>The objects of a list.</summary>
    private static List<IReadOnlyDictionary<string, string>> ItemsOf(string path, IConfigurationSection section)
    {
        // An empty list has one empty value.
        if (section.Value is { Length: > 0 })
        {
            throw new UserError(
                ExitCode.InvalidConfiguration, $"{path}: {section.Key}: expected a list of objects, not '{section.Value}'");
        }

        List<IReadOnlyDictionary<string, string>> items = [];
        foreach (IConfigurationSection item in section.GetChildren())
        {
            if (item.Value is not null || !int.TryParse(item.Key, out _))
            {
                throw new UserError(
                    ExitCode.InvalidConfiguration,
                    $"{path}: {section.Key}: expected a list of objects, not '{item.Value ?? item.Key}' in it");
            }

            items.Add(PropertiesOf(path, item));
        }

        return items;
    }

    private static Dictionary<string, string> PropertiesOf(string path, IConfigurationSection item)
    {
        Dictionary<string, string> properties = new(StringComparer.Ordinal);
        foreach (IConfigurationSection property in item.GetChildren())
        {
            properties[property.Key] = property.Value ?? throw new UserError(
                ExitCode.InvalidConfiguration, $"{path}: {property.Path.Replace(':', '.')}: expected a text or a number");
        }

        return properties;
    }
}
