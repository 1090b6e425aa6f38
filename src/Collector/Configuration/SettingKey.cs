namespace Collector.Configuration;

/// <summary>The settings there are: keys of the file, <c>--key</c> on the command line, <c>COLLECTOR_KEY</c> in the environment.</summary>
internal static class SettingKey
{
    public const string To = "to";
    public const string Interval = "interval";
    public const string Phase = "phase";
    public const string Prefix = "prefix";
    public const string Host = "host";
    public const string ExpectHost = "expect-host";
    public const string Names = "names";
    public const string Tags = "tags";
    public const string Group = "group";
    public const string Everything = "all";
    public const string Root = "root";
    public const string FirstSeenRate = "first-seen-rate";
    public const string Spool = "spool";
    public const string SpoolSize = "spool-size";
    public const string SpoolAge = "spool-age";
    public const string SpoolSync = "spool-sync";
    public const string QueueSize = "queue-size";
    public const string LogLevel = "log-level";
    public const string LogFile = "log-file";
    public const string LogSize = "log-size";
    public const string Services = "services";
    public const string Processes = "processes";
    public const string Ports = "ports";
    public const string Files = "files";
    public const string Counters = "counters";

    public const string EnvironmentPrefix = "COLLECTOR_";

    /// <summary>The settings that can be made anywhere.</summary>
    public static string[] Anywhere => [.. Reading, .. Delivery, .. Logging];

    /// <summary>What is measured, how often, and what it is called.</summary>
    public static string[] Reading => [To, Interval, Prefix, Host, Names, Tags, Group, Everything, Root, FirstSeenRate];

    /// <summary>When lines leave, and how they wait for their receivers.</summary>
    public static string[] Delivery => [ExpectHost, Phase, Spool, SpoolSize, SpoolAge, SpoolSync, QueueSize];

    /// <summary>What is told of a run, and where.</summary>
    public static string[] Logging => [LogLevel, LogFile, LogSize];

    /// <summary>The settings that are lists of what one host has: they belong into its file.</summary>
    public static string[] InFileOnly => [Services, Processes, Ports, Files, Counters];

    public static string[] All => [.. Anywhere, .. InFileOnly];

    public static string EnvironmentName(string key) => EnvironmentPrefix + key.ToUpperInvariant().Replace('-', '_');

    /// <summary>The setting that a variable of the environment is for.</summary>
    public static string OfEnvironment(string name) => name[EnvironmentPrefix.Length..].ToLowerInvariant().Replace('_', '-');
}
