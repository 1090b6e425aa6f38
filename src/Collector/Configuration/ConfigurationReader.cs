using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace Collector.Configuration;

/// <summary>Reads the text of a configuration file: the package takes the values from it, and each is put to its line and column.</summary>
/// <param name="file">What the file is called.</param>
/// <param name="configuration">What the package read.</param>
internal sealed class ConfigurationReader(string file, IConfiguration configuration)
{
    /// <summary>The settings in the order of the file, faulty ones among them.</summary>
    /// <param name="file">What the file is called.</param>
    /// <param name="text">UTF-8.</param>
    /// <exception cref="UserError">The package cannot read it.</exception>
    public static IReadOnlyList<SettingValue> Read(string file, ReadOnlySpan<byte> text)
    {
        ConfigurationOutline outline = OutlineReader.Read(file, text);
        ConfigurationReader reader = new(file, Load(file, outline.Sound));
        return [.. outline.Settings.Select(reader.ValueOf)];
    }

    private static IConfiguration Load(string file, ReadOnlyMemory<byte> text)
    {
        ConfigurationBuilder builder = new();
        if (text.IsEmpty)
        {
            return builder.Build();
        }

        try
        {
            using MemoryStream stream = new(text.ToArray());
            return builder.AddJsonStream(stream).Build();
        }
        catch (Exception error) when (error is JsonException or FormatException or InvalidOperationException)
        {
            throw Unreadable(file, error.Message);
        }
    }

    private static UserError Unreadable(string file, string reason) =>
        new(ExitCode.InvalidConfiguration, $"{file}: cannot read the configuration: {reason}");

    private SettingValue ValueOf(SettingOutline setting) => setting.Written with
    {
        Values = [.. setting.Values.Select(TextOf)],
        Places = [.. setting.Values.Select(static value => value.Place)],
        Items = [.. setting.Items.Select(ObjectOf)],
    };

    private SettingObject ObjectOf(ObjectPlace item) => new(item.Place, item.Properties.ToDictionary(
        static property => property.Key, property => new PlacedText(TextOf(property.Value), property.Value.Place), StringComparer.Ordinal));

    private string TextOf(ValuePlace value) => value.Path is null ? value.Before
        : value.Before + (configuration[value.Path] ?? throw Unreadable(file, $"'{value.Path}' is not in it"));
}
