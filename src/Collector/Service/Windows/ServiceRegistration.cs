using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Collector.Interop;

namespace Collector.Service.Windows;

/// <summary>What the service manager has written down of a service.</summary>
/// <param name="CommandLine">Its executable and arguments.</param>
/// <param name="Account">As whom it runs.</param>
/// <param name="StartType">When it is started.</param>
/// <param name="DisplayName">What people see it called.</param>
internal sealed record ServiceRegistration(string CommandLine, string Account, uint StartType, string DisplayName)
{
    public const string LocalService = @"NT AUTHORITY\LocalService";
    public const string LocalSystem = "LocalSystem";

    private const string NetworkService = @"NT AUTHORITY\NetworkService";

    /// <summary>What it is to be by a definition.</summary>
    public static ServiceRegistration Of(ServiceDefinition definition) => new(
        ServiceCommandLine.Of(definition),
        AccountOf(definition.Account),
        Advapi32.SERVICE_AUTO_START,
        definition.Name.Equals("collector", StringComparison.OrdinalIgnoreCase) ? "Collector" : $"Collector ({definition.Name})");

    [SupportedOSPlatform("windows")]
    public static unsafe ServiceRegistration Read(ServiceHandle service, string name)
    {
        byte* buffer = stackalloc byte[Advapi32.LargestServiceConfig];
        uint needed;
        if (Advapi32.QueryServiceConfigW(service.Value, buffer, Advapi32.LargestServiceConfig, &needed) == 0)
        {
            throw ServiceFault.Of($"ask about the service '{name}'", Marshal.GetLastPInvokeError());
        }

        Advapi32.QUERY_SERVICE_CONFIGW* config = (Advapi32.QUERY_SERVICE_CONFIGW*)buffer;
        return new(new(config->lpBinaryPathName), new(config->lpServiceStartName), config->dwStartType, new(config->lpDisplayName));
    }

    /// <summary>The account as the manager calls it, by one of the names that people have for it.</summary>
    public static string AccountOf(string? name) => name?.ToUpperInvariant() switch
    {
        null or "LOCALSERVICE" or "NT AUTHORITY\\LOCALSERVICE" or "NT AUTHORITY\\LOCAL SERVICE" => LocalService,
        "NETWORKSERVICE" or "NT AUTHORITY\\NETWORKSERVICE" or "NT AUTHORITY\\NETWORK SERVICE" => NetworkService,
        "SYSTEM" or "LOCALSYSTEM" or "NT AUTHORITY\\SYSTEM" or ".\\LOCALSYSTEM" => LocalSystem,
        _ => name,
    };

    /// <summary>What another one has otherwise, for people.</summary>
    public IEnumerable<string> Differences(ServiceRegistration other)
    {
        if (ExecutableIn(CommandLine) != ExecutableIn(other.CommandLine))
        {
            yield return "its executable";
        }
        else if (CommandLine != other.CommandLine)
        {
            yield return "its settings";
        }

        if (!HasAccountOf(other))
        {
            yield return "its account";
        }

        if (StartType != other.StartType)
        {
            yield return "when it starts";
        }

        if (DisplayName != other.DisplayName)
        {
            yield return "its name for people";
        }
    }

    /// <summary>Another program's service of that name is not ours to change.</summary>
    /// <exception cref="UserError">It is one.</exception>
    public void RequireOurs(string name, string what)
    {
        if (!ServiceCommandLine.IsOurs(CommandLine, name))
        {
            throw new UserError(
                ExitCode.WrongCommandLine,
                $"cannot {what}: it was not made by 'collector service install', and runs {CommandLine}; give another --name, or remove it with: sc delete");
        }
    }

    public bool HasAccountOf(ServiceRegistration other) => AccountOf(Account).Equals(AccountOf(other.Account), StringComparison.OrdinalIgnoreCase);

    /// <summary>The account's password for the manager: none for those that Windows itself looks after.</summary>
    public static string? PasswordOf(string account) =>
        account.EndsWith('$') || account.StartsWith(@"NT SERVICE\", StringComparison.OrdinalIgnoreCase) ? null : "";

    private static string ExecutableIn(string commandLine)
    {
        int end = commandLine.IndexOf('"', 1);
        return commandLine.StartsWith('"') && end > 0 ? commandLine[..end] : commandLine;
    }
}
