namespace Collector.Service;

/// <summary>How a service is, by its manager's account.</summary>
/// <param name="Name">What the manager calls it.</param>
/// <param name="State">What it does just now.</param>
internal sealed record ServiceStatus(string Name, ServiceState State)
{
    /// <summary>Null if it has no process.</summary>
    public int? ProcessId { get; init; }

    /// <summary>How it last ended; null if it has not, or nobody knows.</summary>
    public int? ExitCode { get; init; }

    /// <summary>When it is started, in the manager's words: <c>automatic (delayed)</c>, <c>enabled</c>; null if there is none.</summary>
    public string? StartMode { get; init; }

    /// <summary>As whom it runs.</summary>
    public string? Account { get; init; }

    /// <summary>What is run, as the manager has it.</summary>
    public string? CommandLine { get; init; }

    /// <summary>What people should know besides, a line each: why it failed, what to do.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
