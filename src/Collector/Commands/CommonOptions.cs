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

    private readonly Option<string[]> _to = new("--to", "-t")
    {
        Description = "Where to send; may be given more than once. graphite://host:2003, graphite+tls://host:2003, "
            + "graphite+pickle://host:2004, graphite+udp://host:2003, statsd://host:8125, statsd+tcp://host:8125, stdout: "
            + "or file:///path. A query sets what differs for this destination: ?names=metcollect&prefix=old. (its dot included). Default: Graphite lines on standard output.",
        HelpName = "uri",
    };

    private readonly Option<string> _interval = new("--interval", "-i")
    {
        Description = "Time between two ticks: 10s, 1m. Ticks stand at its multiples on the clock; the first one comes at once, "
            + $"stamped with the multiple before it. Default: {Duration.Format(Settings.DefaultInterval)}.",
        HelpName = "time",
    };

    private readonly Option<string> _phase = new("--phase")
    {
        Description = "How long after a tick its lines are sent over the network, so that a fleet does not send all at once; shorter "
            + "than the interval, 0s to send at once. Time stamps are the tick's. Default: derived from the host's name, at most nine "
            + "tenths of the interval.",
        HelpName = "time",
    };

    private readonly Option<string> _prefix = new("--prefix")
    {
        Description = "What names begin with, its own dot included. Default: 'collector.'; 'metcollective.' for metcollect names, 'collectd.' for those of collectd.",
        HelpName = "text",
    };

    private readonly Option<string> _host = new("--host")
    {
        Description = "The host's name in names; {hostname}, {fqdn} and {env:NAME} stand for what is found at run time. "
            + "Default: {fqdn}, the system's own name, with its domain where the host knows that.",
        HelpName = "name",
    };

    private readonly Option<string> _expectHost = new("--expect-host")
    {
        Description = "The names that this host may have: patterns with * and ?, apart by commas; with ! before it, any name but "
            + "those. While it has another one (a golden image's), lines wait in memory. Default: any name.",
        HelpName = "patterns",
    };

    private readonly Option<string> _names = new("--names")
    {
        Description = "The set of names: native (prefix.host.group.instance.metric), metcollect (those of metric-collective), "
            + "collectd (those of collectd, its rates included) or tagged (prefix.group.metric with tags). Default: native.",
        HelpName = "set",
    };

    private readonly Option<string[]> _tag = new("--tag")
    {
        Description = "A tag for each series of tagged names, as in site=berlin; may be given more than once. Default: none.",
        HelpName = "key=value",
    };

    private readonly Option<string[]> _group = new("--group", "-g")
    {
        Description = "What to measure: groups, instances in brackets and metrics, each with * and ?: 'cpu,memory', "
            + "'disk_io[sd*].read_*'. With a minus before it, all but that: '-net_io'; with a plus, that besides "
            + "the rest: '+disk_io[loop*]'. Default: all groups.",
        HelpName = "filter",
    };

    private readonly Option<bool> _all = new("--all", "-a")
    {
        Description = "Measure unusual instances too: loop and RAM disks, veth interfaces, pseudo and network file systems, "
            + "6to4, ISATAP and Teredo tunnels.",
    };

    private readonly Option<string> _firstSeenRate = new("--first-seen-rate")
    {
        Description = "How many new series may appear in a minute; the others wait for their turn. Default: any number.",
        HelpName = "number",
    };

    private readonly Option<string> _root = new("--root")
    {
        Description = "Read another host: what 'collector record' kept of it, or a folder to read /proc and /sys below. Default: /.",
        HelpName = "folder",
    };

    private readonly Option<string> _spool = new("--spool")
    {
        Description = "The folder where lines for Graphite wait on the disk until they are acknowledged: they outlive the process "
            + "and the host. Default: they wait in memory.",
        HelpName = "folder",
    };

    private readonly Option<string> _spoolSize = new("--spool-size")
    {
        Description = "The most that one destination may take there; the oldest lines go first. Default: 64MiB.",
        HelpName = "bytes",
    };

    private readonly Option<string> _spoolAge = new("--spool-age")
    {
        Description = "How old lines may become there. Default: 24h.",
        HelpName = "time",
    };

    private readonly Option<string> _spoolSync = new("--spool-sync")
    {
        Description = "How often the system is told to write to the disk itself: tick, never, or a time such as 30s. What was "
            + "written since is lost in a power cut, not when the process ends. Default: tick.",
        HelpName = "when",
    };

    private readonly Option<string> _queueSize = new("--queue-size")
    {
        Description = "The most memory for the lines that wait for one destination, where there is no spool or it takes nothing. "
            + "Default: 16MiB.",
        HelpName = "bytes",
    };

    private readonly Option<string> _logLevel = new("--log-level")
    {
        Description = "The least that is logged: error, warning or info. Default: info.",
        HelpName = "level",
    };

    private readonly Option<string> _logFile = new("--log-file")
    {
        Description = "A file that the log goes to beside standard error. Default: none.",
        HelpName = "file",
    };

    private readonly Option<string> _logSize = new("--log-size")
    {
        Description = "The size at which that file becomes FILE.1 and a new one is begun; three old ones are kept. Default: 10MiB.",
        HelpName = "bytes",
    };

    private readonly List<(string Key, Option Option)> _settings = [];

    /// <summary>Gives a command the option <c>--config</c> and those settings that mean something to it.</summary>
    public CommonOptions AddTo(Command command, params ReadOnlySpan<string> keys)
    {
        foreach (string key in keys)
        {
            Option option = OptionOf(key);
            _settings.Add((key, option));
            command.Add(option);
        }

        command.Add(_config);
        return this;
    }

    /// <summary>The settings in force: file, environment and what was typed.</summary>
    /// <exception cref="UserError">One of them is wrong.</exception>
    public Settings Read(ParseResult result) =>
        SettingsReader.Read(result.GetValue(_config), Environment.GetEnvironmentVariables(), Flags(result));

    /// <summary>Whether a setting was made on the command line.</summary>
    public bool IsTyped(ParseResult result, string key) => result.GetResult(OptionOf(key)) is { Implicit: false };

    /// <summary>The configuration file that was asked for.</summary>
    public string? ConfigurationPath(ParseResult result) => result.GetValue(_config);

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

    private Option OptionOf(string key) => key switch
    {
        SettingKey.To => _to,
        SettingKey.Interval => _interval,
        SettingKey.Phase => _phase,
        SettingKey.Prefix => _prefix,
        SettingKey.Host => _host,
        SettingKey.ExpectHost => _expectHost,
        SettingKey.LogLevel => _logLevel,
        SettingKey.LogFile => _logFile,
        SettingKey.LogSize => _logSize,
        SettingKey.Names => _names,
        SettingKey.Tags => _tag,
        SettingKey.Group => _group,
        SettingKey.Everything => _all,
        SettingKey.FirstSeenRate => _firstSeenRate,
        SettingKey.Spool => _spool,
        SettingKey.SpoolSize => _spoolSize,
        SettingKey.SpoolAge => _spoolAge,
        SettingKey.SpoolSync => _spoolSync,
        SettingKey.QueueSize => _queueSize,
        _ => _root,
    };
}
