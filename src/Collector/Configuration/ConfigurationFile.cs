using System.Collections;

namespace Collector.Configuration;

/// <summary>Reads <c>collector.json</c>.</summary>
internal static class ConfigurationFile
{
    public const string DefaultName = "collector.json";

    private const int MaxLength = 4 << 20;

    /// <summary>The file that is read: the one that was asked for, or the one beside the executable; null if there is none.</summary>
    public static string? Find(string? path, IDictionary environment)
    {
        string beside = Path.Combine(AppContext.BaseDirectory, DefaultName);
        return path ?? (string?)environment[SettingKey.EnvironmentName("config")] ?? (File.Exists(beside) ? beside : null);
    }

    /// <summary>The settings of a file, faulty ones among them.</summary>
    /// <exception cref="UserError">The file cannot be read.</exception>
    public static IReadOnlyList<SettingValue> Read(string path)
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
            return Read(path, stream);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UserError(ExitCode.InvalidConfiguration, $"cannot read the configuration: {error.Message}");
        }
    }

    /// <summary>The settings of a text that is not in a file of its own.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="stream">The text.</param>
    public static IReadOnlyList<SettingValue> Read(string name, Stream stream)
    {
        using MemoryStream all = new();
        Span<byte> buffer = stackalloc byte[4096];
        for (int length = stream.Read(buffer); length > 0; length = stream.Read(buffer))
        {
            all.Write(buffer[..length]);
            if (all.Length > MaxLength)
            {
                throw new UserError(
                    ExitCode.InvalidConfiguration, $"{name} is too long for a configuration: it has more than {ByteSize.Format(MaxLength)}");
            }
        }

        return ConfigurationReader.Read(name, JsonText.ToUtf8(all.ToArray()));
    }
}
