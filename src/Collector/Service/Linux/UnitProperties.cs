using System.Globalization;

namespace Collector.Service.Linux;

/// <summary>What systemd tells of a unit: names and values.</summary>
/// <param name="values">By their names.</param>
internal sealed class UnitProperties(IReadOnlyDictionary<string, string> values)
{
    /// <summary>What is asked for; see org.freedesktop.systemd1(5).</summary>
    public static string[] Names { get; } =
        ["LoadState", "ActiveState", "MainPID", "ExecMainStatus", "ExecMainPID", "UnitFileState", "User", "DynamicUser", "StatusText", "Result", "ExecStart"];

    /// <summary>Whether there is such a unit.</summary>
    public bool IsThere => Value("LoadState") is not ("not-found" or "");

    public bool IsEnabled => Value("UnitFileState") is "enabled" or "enabled-runtime" or "linked";

    public static UnitProperties Parse(string text)
    {
        Dictionary<string, string> values = new(StringComparer.Ordinal);
        foreach (string line in text.Split('\n'))
        {
            int equals = line.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0)
            {
                values[line[..equals]] = line[(equals + 1)..].Trim();
            }
        }

        return new(values);
    }

    public ServiceStatus ToStatus(string name)
    {
        if (!IsThere)
        {
            return new(name, ServiceState.NotInstalled);
        }

        bool hasRun = Number("ExecMainPID") > 0;
        ServiceState state = StateOf(Value("ActiveState"));
        return new(name, state)
        {
            ProcessId = Number("MainPID") is int process and > 0 ? process : null,
            ExitCode = hasRun && state is ServiceState.Stopped or ServiceState.Failed ? Number("ExecMainStatus") : null,
            StartMode = Text("UnitFileState"),
            Account = Text("User") ?? (Value("DynamicUser") == "yes" ? "a dynamic user" : "root"),
            CommandLine = CommandOf(Value("ExecStart")),
            Notes = [.. Notes(name, state)],
        };
    }

    private IEnumerable<string> Notes(string name, ServiceState state)
    {
        if (state == ServiceState.Running && Text("StatusText") is string status)
        {
            yield return $"  says: {status}";
        }

        if (state == ServiceState.Failed)
        {
            yield return $"  failed: {Value("Result")}; journalctl -u {name} says why";
        }
    }

    private static ServiceState StateOf(string state) => state switch
    {
        "active" => ServiceState.Running,
        "reloading" => ServiceState.Reloading,
        "activating" => ServiceState.Starting,
        "deactivating" => ServiceState.Stopping,
        "inactive" => ServiceState.Stopped,
        "failed" => ServiceState.Failed,
        _ => ServiceState.Unknown,
    };

    /// <summary>The words between <c>argv[]=</c> and the next semicolon that ends a field.</summary>
    private static string? CommandOf(string value)
    {
        const string Begin = "argv[]=";
        int start = value.IndexOf(Begin, StringComparison.Ordinal);
        int end = start < 0 ? -1 : value.IndexOf(" ; ", start, StringComparison.Ordinal);
        return end < 0 ? null : value[(start + Begin.Length)..end];
    }

    private string Value(string name) => values.GetValueOrDefault(name, "");

    private string? Text(string name) => Value(name) is { Length: > 0 } text ? text : null;

    private int? Number(string name) =>
        int.TryParse(Value(name), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
