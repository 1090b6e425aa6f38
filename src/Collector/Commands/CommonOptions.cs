using System.CommandLine;
using Collector.Configuration;

namespace Collector.Commands;

/// <summary>The options that several commands share, and the way from what was typed to settings.</summary>
internal sealed class CommonOptions
{
    private readonly Option<string> _config = new("--config", "-c")
    {
        Description = $"The configuration file. Default: {SettingKey.EnvironmentName("config")}, or {ConfigurationFile.DefaultName} beside the executable, if it is there.",
        HelpName = "file",
    };

    private readonly Dictionary<string, Option> _settings = new(StringComparer.Ordinal);

    /// <summary>Gives a command the option <c>--config</c> and those settings that mean something to it.</summary>
    public CommonOptions AddTo(Command command, params ReadOnlySpan<string> keys)
    {
        AddSettingsTo(command, keys);
        command.Add(_config);
        return this;
    }

    /// <summary>The same for a command that reads no file.</summary>
    public CommonOptions AddSettingsTo(Command command, params ReadOnlySpan<string> keys)
    {
        foreach (string key in keys)
        {
            Option option = Create(SettingCatalog.Find(key)!);
            _settings.Add(key, option);
            command.Add(option);
        }

        return this;
    }

    /// <summary>The settings in force: file, environment and what was typed.</summary>
    /// <exception cref="UserError">One of them is wrong.</exception>
    public Settings Read(ParseResult result) =>
        SettingsReader.Read(result.GetValue(_config), Environment.GetEnvironmentVariables(), Flags(result));

    /// <summary>The same, and where each was made.</summary>
    /// <exception cref="UserError">One of them is wrong.</exception>
    public EffectiveSettings ReadEffective(ParseResult result) =>
        SettingsReader.ReadEffective(result.GetValue(_config), Environment.GetEnvironmentVariables(), Flags(result));

    /// <summary>The configuration file that was asked for.</summary>
    public string? ConfigurationPath(ParseResult result) => result.GetValue(_config);

    /// <summary>Whether a setting was made on the command line.</summary>
    public bool IsTyped(ParseResult result, string key) => result.GetResult(_settings[key]) is { Implicit: false };

    /// <summary>The settings that were made on the command line.</summary>
    public IEnumerable<SettingValue> Flags(ParseResult result)
    {
        foreach ((string key, Option option) in _settings)
        {
            if (result.GetResult(option) is { Implicit: false } typed)
            {
                string[] values = [.. typed.Tokens.Select(static token => token.Value)];
                values = values.Length == 0 && option is Option<bool> ? [bool.TrueString] : values;
                yield return new(key, values, SettingOrigin.Flag, option.Name);
            }
        }
    }

    private static Option Create(SettingDefinition setting)
    {
        string[] aliases = setting.ShortOption is null ? [] : [setting.ShortOption];
        Option option = setting switch
        {
            { Shape: SettingShape.Flag } => new Option<bool>(setting.Option, aliases) { Description = setting.Help },
            { IsList: true } => new Option<string[]>(setting.Option, aliases) { Description = setting.Help, HelpName = setting.HelpName },
            _ => new Option<string>(setting.Option, aliases) { Description = setting.Help, HelpName = setting.HelpName },
        };
        if (setting.Suggestions.Count > 0)
        {
            option.CompletionSources.Add([.. setting.Suggestions]);
        }

        return option;
    }
}
