using System.Text;

namespace Collector.Service.Linux;

/// <summary>The unit by which systemd runs the collector: with what it needs to measure a host, and nothing else.</summary>
/// <remarks>
/// <para>
/// Left out on purpose: <c>ProtectHostname</c> would hide that the host was renamed; <c>ProtectClock</c> and <c>ProtectProc</c>
/// would hide the clock's state and other users' processes, which are measured; <c>ProtectHome=yes</c> would hide a file system
/// there; <c>PrivateNetwork</c> would hide the network.
/// </para>
/// <para>https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html</para>
/// </remarks>
internal static class SystemdUnit
{
    /// <summary>The folder of what the administrator installs; packages use /usr/lib/systemd/system.</summary>
    public const string Folder = "/etc/systemd/system";

    public const string StateFolder = "/var/lib";
    public const string LogFolder = "/var/log";

    /// <summary>Wrong settings stay wrong: those exit codes are no reason to try again.</summary>
    private static readonly int[] s_finalCodes = [ExitCode.WrongCommandLine, ExitCode.InvalidConfiguration];

    /// <summary>Whether systemd takes it for the name of a service, and of the folders that it makes for it.</summary>
    public static bool IsName(string name) =>
        name.Length > 0 && char.IsAsciiLetterOrDigit(name[0]) && name.All(static letter => char.IsAsciiLetterOrDigit(letter) || ":-_.".Contains(letter));

    /// <summary>The unit's text.</summary>
    /// <remarks>A run that was told to stop while nobody took its lines ends with the code of that: it has not failed.</remarks>
    public static string Text(ServiceDefinition definition)
    {
        string name = definition.Name;
        string[] writable = [.. definition.WritableFolders.Where(folder => !IsOwn(name, folder))];
        StringBuilder text = new();
        text.Append($"""
            # Written by 'collector service install', which writes it anew; what differs for this host belongs
            # into {name}.service.d/*.conf.
            [Unit]
            Description=Collector: measures this host and forwards to Graphite and StatsD
            Wants=network-online.target
            After=network-online.target
            StartLimitIntervalSec=0

            [Service]
            Type=notify
            NotifyAccess=main
            ExecStart={CommandLine(definition)}
            ExecReload=/bin/sh -c "kill -HUP $MAINPID"
            WatchdogSec=60
            Restart=on-failure
            RestartSec=5
            RestartPreventExitStatus={string.Join(' ', s_finalCodes)}
            SuccessExitStatus={ExitCode.Unreachable}
            TimeoutStopSec=10

            {Account(definition.Account)}
            StateDirectory={name}
            StateDirectoryMode=0750
            LogsDirectory={name}
            LogsDirectoryMode=0750
            UMask=0027
            {string.Concat(writable.Select(static folder => $"ReadWritePaths=-{Quoted(folder)}\n"))}
            CapabilityBoundingSet=
            AmbientCapabilities=
            NoNewPrivileges=yes
            ProtectSystem=strict
            ProtectHome=read-only
            ProtectControlGroups=yes
            ProtectKernelLogs=yes
            ProtectKernelModules=yes
            ProtectKernelTunables=yes
            PrivateDevices=yes
            PrivateMounts=yes
            PrivateTmp=yes
            PrivateUsers=yes
            RemoveIPC=yes
            LockPersonality=yes
            MemoryDenyWriteExecute=yes
            RestrictAddressFamilies=AF_INET AF_INET6 AF_NETLINK AF_UNIX
            RestrictNamespaces=yes
            RestrictRealtime=yes
            RestrictSUIDSGID=yes
            SystemCallArchitectures=native
            SystemCallFilter=@system-service
            SystemCallFilter=~@privileged @resources
            SystemCallFilter=adjtimex clock_adjtime
            SystemCallErrorNumber=EPERM

            [Install]
            WantedBy=multi-user.target

            """);
        return text.ToString();
    }

    /// <summary>Whether a folder is one of those that systemd makes for the service.</summary>
    public static bool IsOwn(string name, string folder) =>
        IsBelow(folder, $"{StateFolder}/{name}") || IsBelow(folder, $"{LogFolder}/{name}");

    private static bool IsBelow(string path, string folder) => path == folder || path.StartsWith(folder + "/", StringComparison.Ordinal);

    private static string Account(string? account) => account is null ? "DynamicUser=yes" : $"User={WithoutSpecifiers(account)}";

    /// <summary>As systemd takes command lines apart: in the arguments, but not in the executable's path, <c>$</c> begins a variable.</summary>
    private static string CommandLine(ServiceDefinition definition) => string.Join(
        ' ',
        definition.Arguments.Select(static word => Quoted(word.Replace("$", "$$", StringComparison.Ordinal))).Prepend(Quoted(definition.Executable)));

    private static string Quoted(string word)
    {
        string escaped = WithoutSpecifiers(word)
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal);
        return word.Length > 0 && word.All(IsPlain) ? escaped : $"\"{escaped}\"";
    }

    private static string WithoutSpecifiers(string word) => word.Replace("%", "%%", StringComparison.Ordinal);

    private static bool IsPlain(char letter) => char.IsAsciiLetterOrDigit(letter) || "/.:_-+=,@%&?*[]{}".Contains(letter);
}
