namespace Collector.Configuration;

/// <summary>The settings there are: keys of the file, <c>--key</c> on the command line, <c>COLLECTOR_KEY</c> in the environment.</summary>
internal static class SettingKey
{
    public const string To = "to";
    public const string Interval = "interval";
    public const string Prefix = "prefix";
    public const string Host = "host";
    public const string Names = "names";
    public const string Group = "group";
    public const string Root = "root";

    public const string EnvironmentPrefix = "COLLECTOR_";

    public static string[] All => [To, Interval, Prefix, Host, Names, Group, Root];

    public static string EnvironmentName(string key) => EnvironmentPrefix + key.ToUpperInvariant();
}
