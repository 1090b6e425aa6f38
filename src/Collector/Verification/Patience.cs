using System.Diagnostics;

namespace Collector.Verification;

/// <summary>Looks again and again, until everything is met or time runs out; and while everything has to stay met.</summary>
/// <param name="wait">How long to try until everything is met; zero to look once.</param>
/// <param name="hold">How long everything has to stay met; zero for a moment.</param>
/// <param name="every">How often to look.</param>
internal sealed class Patience(TimeSpan wait, TimeSpan hold, TimeSpan every)
{
    /// <summary>Told of each look that was not the last one, and how long it went on so far.</summary>
    public Action<IReadOnlyList<CheckResult>, TimeSpan> Looked { get; init; } = static (_, _) => { };

    /// <summary>Whether time ran out before everything was met.</summary>
    public bool HasRunOut { get; private set; }

    /// <param name="examine">Looks once.</param>
    /// <returns>What the last look found.</returns>
    public IReadOnlyList<CheckResult> Run(Func<IReadOnlyList<CheckResult>> examine)
    {
        Stopwatch watch = Stopwatch.StartNew();
        TimeSpan? metSince = null;
        while (true)
        {
            TimeSpan start = watch.Elapsed;
            IReadOnlyList<CheckResult> results = examine();
            TimeSpan now = watch.Elapsed;
            bool isMet = !results.Any(static result => result.Status is CheckStatus.Failed or CheckStatus.Warned);
            metSince = isMet ? metSince ?? now : null;
            bool isDone = isMet ? now - metSince >= hold : now >= wait;
            if (isDone)
            {
                HasRunOut = wait > TimeSpan.Zero && results.Any(static result => result.Status == CheckStatus.Failed);
                return results;
            }

            Looked(results, now);

            // The last look falls on the very end, however short what is left of it is.
            TimeSpan end = isMet ? metSince!.Value + hold : wait;
            TimeSpan next = start + every < end ? start + every : end;
            if (next > watch.Elapsed)
            {
                Thread.Sleep(next - watch.Elapsed);
            }
        }
    }
}
