using System.Globalization;
using Collector.Interop;
using Collector.Sources;

namespace Collector.Service.Windows;

/// <summary>What is said of a service, in the words of Windows.</summary>
internal static class ServiceTexts
{
    public const string LogHint = "the event log 'Application' says more, source Collector";

    private const string UsualName = "collector";
    private const uint OnDemand = 3;
    private const uint Disabled = 4;

    public static string Installed(string name, string account, bool isNew, IReadOnlyList<string> changed) =>
        isNew ? $"installed the service '{name}': it starts with Windows, as {account}; start it now with: collector service start{NameOption(name)}"
        : changed.Count > 0 ? $"updated the service '{name}': {string.Join(", ", changed)}"
        : Unchanged(name);

    public static string Unchanged(string name) => $"the service '{name}' is installed like this; unchanged";

    public static string NothingToRemove(string name) => $"there is no service '{name}'; nothing to remove";

    public static string RunsAsItWas(string name) =>
        $"it still runs as it was; to have it run as it is now: collector service stop{NameOption(name)}, then start";

    /// <summary>When a service is started.</summary>
    public static string StartMode(uint type, bool isDelayed) => type switch
    {
        Advapi32.SERVICE_AUTO_START => isDelayed ? "automatic (delayed)" : "automatic",
        OnDemand => "on demand",
        Disabled => "disabled",
        _ => type.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Why a service ended, as far as the manager knows.</summary>
    public static string Reason(ServiceActivity activity) => activity.SystemCode != Advapi32.ERROR_SERVICE_SPECIFIC_ERROR
        ? $"it ended: {SystemError.Describe((int)activity.SystemCode)}"
        : activity.ExitCode switch
        {
            ExitCode.InvalidConfiguration => "its configuration is invalid (78)",
            ExitCode.WrongCommandLine => "its command line is wrong (64); install it again with: collector service install",
            ExitCode.InputOutput => "nothing is left to write to (74)",
            _ => string.Create(CultureInfo.InvariantCulture, $"it ended with {activity.ExitCode}"),
        };

    private static string NameOption(string name) => name.Equals(UsualName, StringComparison.OrdinalIgnoreCase) ? "" : $" --name {name}";
}
