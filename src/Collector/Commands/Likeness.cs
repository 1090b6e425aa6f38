using Collector.Configuration;
using Collector.Verification;

namespace Collector.Commands;

/// <summary>Compares this host with a golden one.</summary>
internal sealed class Likeness
{
    private readonly HostSnapshot _host;
    private readonly string _file;
    private readonly Snapshot _golden;
    private readonly decimal _tolerance;
    private readonly IReadOnlyList<string> _ignore;

    /// <param name="settings">Which host.</param>
    /// <param name="file">The golden host's snapshot.</param>
    /// <param name="tolerance">By what share a number may differ.</param>
    /// <param name="ignore">Patterns of what is not compared.</param>
    /// <exception cref="UserError">The file cannot be read, or is no snapshot.</exception>
    public Likeness(Settings settings, string file, decimal tolerance, IReadOnlyList<string> ignore)
    {
        _file = file;
        _golden = Snapshot.Read(file);
        _tolerance = tolerance;
        _ignore = ignore;
        _host = HostSnapshot.Open(settings);
    }

    /// <summary>A failed check for each difference; one that passed if there is none.</summary>
    public IReadOnlyList<CheckResult> Examine()
    {
        IReadOnlyList<Difference> differences =
            SnapshotComparison.Compare(_golden, _host.Take(), _tolerance, _ignore);
        string origin = $"--like {_file}";
        return differences.Count > 0 ? [.. differences.Select(difference => Judge(difference, origin))]
            : [new($"like {_file}", "the same", CheckStatus.Passed, Severity.Fail) { Origin = origin }];
    }

    private static CheckResult Judge(Difference difference, string origin)
    {
        (string expected, string found) = difference.Texts();
        string change = difference.ChangeText;
        return new($"like: {difference.Path}", expected, CheckStatus.Failed, Severity.Fail)
        {
            Origin = origin,
            Message = $"expected {expected}, found {found}{(change.Length > 0 ? $" ({change})" : "")}",
        };
    }
}
