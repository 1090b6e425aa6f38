namespace Collector.Service;

/// <summary>What a service is to be.</summary>
/// <param name="Name">What the manager calls it.</param>
/// <param name="Executable">The absolute path of the executable.</param>
/// <param name="Arguments">What stands behind it on the command line: <c>run</c>, <c>--config</c>, settings.</param>
internal sealed record ServiceDefinition(string Name, string Executable, IReadOnlyList<string> Arguments)
{
    /// <summary>As whom it runs; null for the manager's own choice, which has few rights.</summary>
    public string? Account { get; init; }

    /// <summary>The absolute path of the configuration file; null if none was named.</summary>
    public string? Configuration { get; init; }

    /// <summary>The absolute paths of folders that the service writes to: the spool, and that of its log file.</summary>
    public IReadOnlyList<string> WritableFolders { get; init; } = [];

    /// <summary>The folder that holds the image of another system to install into; null for the running one.</summary>
    public string? Root { get; init; }
}
