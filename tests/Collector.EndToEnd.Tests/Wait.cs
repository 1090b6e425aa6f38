using System.Diagnostics;

namespace Collector.EndToEnd.Tests;

/// <summary>Waits for what other processes do.</summary>
internal static class Wait
{
    private static readonly TimeSpan s_step = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits until something is so, for 20 s if nothing else is said.</summary>
    /// <exception cref="TimeoutException">It never was; the message says what was waited for.</exception>
    public static Task Until(string what, Func<bool> isSo, double seconds = 20) => Until(what, () => Task.FromResult(isSo()), seconds);

    /// <inheritdoc cref="Until(string, Func{bool}, double)"/>
    public static async Task Until(string what, Func<Task<bool>> isSo, double seconds = 20)
    {
        Stopwatch watch = Stopwatch.StartNew();
        while (!await isSo())
        {
            if (watch.Elapsed.TotalSeconds > seconds)
            {
                throw new TimeoutException($"Waited {seconds} s in vain: {what}.");
            }

            await Task.Delay(s_step);
        }
    }
}
