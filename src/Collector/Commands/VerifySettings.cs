using Collector.Verification;

namespace Collector.Commands;

/// <summary>What to verify, for how long, and where to report it.</summary>
internal sealed record VerifySettings
{
    public static TimeSpan UsualPause { get; } = TimeSpan.FromSeconds(5);

    public static TimeSpan UsualSpan { get; } = TimeSpan.FromSeconds(1);

    public IReadOnlyList<string> Expectations { get; init; } = [];

    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>Whether the collector itself is looked at.</summary>
    public bool IsSelf { get; init; }

    /// <summary>How long to try again until everything is met; zero to look once.</summary>
    public TimeSpan Wait { get; init; }

    /// <summary>How often to look.</summary>
    public TimeSpan Every { get; init; } = UsualPause;

    /// <summary>How long everything has to stay met; zero for a moment.</summary>
    public TimeSpan For { get; init; }

    /// <summary>The time between the two readings that a rate takes.</summary>
    public TimeSpan Over { get; init; } = UsualSpan;

    public ReportFormat Format { get; init; } = ReportFormat.All[0];

    public IReadOnlyList<ReportFile> Outputs { get; init; } = [];
}
