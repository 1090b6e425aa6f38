using Collector.Verification;

namespace Collector.Commands;

/// <summary>Says on standard error what is still missing: a line that changes on a terminal, else a line for each change.</summary>
internal sealed class WaitProgress
{
    private readonly bool _isTerminal = Terminal.IsError;
    private string _last = "";

    public void Show(IReadOnlyList<CheckResult> results, TimeSpan elapsed)
    {
        CheckResult[] missing = [.. results.Where(static result => result.Status is CheckStatus.Failed or CheckStatus.Warned)];
        string what = missing.Length == 0
            ? "everything is met; watching whether it stays so"
            : $"{missing.Length} of {results.Count} not met: {string.Join("; ", missing.Select(static check => $"{check.Name} ({Findings.Of(check)})"))}";
        if (_isTerminal)
        {
            string line = StandardError.Printable($"{Duration.Format(TimeSpan.FromSeconds(Math.Round(elapsed.TotalSeconds)))}: {what}");
            int width = Math.Max(20, Terminal.Width - 1);
            Console.Error.Write($"\r{(line.Length > width ? line[..(width - 3)] + "..." : line)}\e[K");
        }
        else if (what != _last)
        {
            StandardError.WriteLine($"after {elapsed.TotalSeconds:0} s: {what}");
        }

        _last = what;
    }

    /// <summary>Leaves the terminal's line to what follows.</summary>
    public void End()
    {
        if (_isTerminal && _last.Length > 0)
        {
            Console.Error.Write("\r\e[K");
        }
    }
}
